import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { sha256 } from '../../src/platform/crypto/sealer.js'
import type { TestApp } from './app.js'
import { type Answer, send } from './records.js'
import type { SignedIn } from './sign-in.js'

export const CHUNK = 128 * 1024

/** What a phone writes beside the picture: where and when it was taken, and with what. */
const SHOT = {
  IFD0: { Make: 'PhoneMaker', Model: 'Phone 15' },
  IFD2: { DateTimeOriginal: '2026:11:20 09:30:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '22/1 56/1 4212/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '115/1 38/1 2733/100',
  },
}

/** A picture as a camera gives it: noise, so that it does not compress to nothing, and lying on its side. */
export function aPhoto(
  options: { width?: number; height?: number; format?: 'jpeg' | 'png' | 'webp' } = {},
): Promise<Buffer> {
  const { width = 640, height = 480, format = 'jpeg' } = options
  const picture = sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
  return picture.toFormat(format).withMetadata({ orientation: 6, exif: SHOT }).toBuffer()
}

/** A PNG of some kilobytes that says it has this many pixels a side, and does: all of them black. */
export function aBomb(side: number): Buffer {
  const part = (name: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), body])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(body.length, 0)
    ends.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // One bit a pixel, shades of grey.
  head.writeUInt8(1, 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))))),
    part('IEND', Buffer.alloc(0)),
  ])
}

/** A small PDF around a photo, as scanning software makes it: the photo's bytes stand in it as they are. */
export function aScan(photo: Buffer): Buffer {
  const head = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Type/XObject/Subtype/Image/Filter/DCTDecode/Length ${photo.length}>>\nstream\n`,
  )
  const tail = Buffer.from('\nendstream\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
  return Buffer.concat([head, photo, tail])
}

export const declare = (test: TestApp, who: SignedIn, id: string, file: Buffer) =>
  send(test, who, 'PUT', `/api/attachments/${id}`, { sha256: sha256(file), bytes: file.length })

export async function putChunk(
  test: TestApp,
  who: SignedIn,
  id: string,
  index: number,
  bytes: Buffer,
): Promise<{ status: number; body: Answer }> {
  const response = await test.app.inject({
    method: 'PUT',
    url: `/api/attachments/${id}/chunks/${index}`,
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    payload: bytes,
  })
  return { status: response.statusCode, body: response.body === '' ? {} : response.json() }
}

export const piece = (file: Buffer, index: number): Buffer =>
  file.subarray(index * CHUNK, (index + 1) * CHUNK)

export const complete = (test: TestApp, who: SignedIn, id: string) =>
  send(test, who, 'POST', `/api/attachments/${id}/completion`)

/** The whole way of a photo from the phone to the server. @returns the answer to its completion */
export async function upload(
  test: TestApp,
  who: SignedIn,
  id: string,
  file: Buffer,
): Promise<{ status: number; body: Answer }> {
  const declared = await declare(test, who, id, file)
  if (declared.status !== 200) return declared
  for (const index of declared.body.missing as number[]) {
    const put = await putChunk(test, who, id, index, piece(file, index))
    if (put.status !== 204) return put
  }
  return complete(test, who, id)
}

/** A photo as a reader's browser gets it. */
export async function look(
  test: TestApp,
  who: SignedIn,
  id: string,
  query = '',
  headers: Record<string, string> = {},
) {
  const response = await test.app.inject({
    method: 'GET',
    url: `/api/attachments/${id}${query}`,
    headers: { ...who.headers, ...headers },
  })
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload }
}
