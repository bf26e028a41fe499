import { z } from 'zod'

/** Ten megabytes: a scan of some pages; a photo that the phone could not make smaller. */
const MOST_BYTES = 10 * 1024 * 1024
/** Small enough to get through on one bar of signal, so that little is sent twice. */
export const CHUNK_BYTES = 128 * 1024

export const UploadIn = z
  .strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: '文件的SHA-256，传完后核对' }),
    bytes: z
      .number()
      .int()
      .min(1)
      .max(MOST_BYTES, { message: '这个文件超过10兆，请缩小后再传。' })
      .meta({ description: '文件的字节数，最多10兆' }),
  })
  .meta({ id: 'UploadIn' })
export type UploadIn = z.infer<typeof UploadIn>

export const UploadOut = z
  .object({
    id: z.string(),
    state: z.enum(['partial', 'stored', 'refused']),
    chunkBytes: z.number().int().meta({ description: '每块的字节数，最后一块可以短' }),
    missing: z.array(z.number().int()).meta({ description: '还没收到的块，从0数起' }),
  })
  .meta({ id: 'UploadOut' })
export type UploadOut = z.infer<typeof UploadOut>

export const ChunkIndex = z.coerce
  .number()
  .int()
  .min(0)
  .max(MOST_BYTES / CHUNK_BYTES)

export const AttachmentOut = z
  .object({
    id: z.string(),
    state: z.enum(['awaited', 'stored', 'refused']).meta({ description: '还没传完、已收到、不是照片没有收' }),
    mime: z.enum(['image/jpeg', 'application/pdf']).optional(),
    width: z.number().int().optional(),
    height: z.number().int().optional(),
  })
  .meta({ id: 'AttachmentOut' })
export type AttachmentOut = z.infer<typeof AttachmentOut>

export const AttachmentQuery = z
  .object({ size: z.enum(['full', 'thumb']).default('full') })
  .meta({ id: 'AttachmentQuery' })
export type AttachmentQuery = z.infer<typeof AttachmentQuery>
