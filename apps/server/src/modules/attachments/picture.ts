import sharp from 'sharp'
import { DomainError } from '../../platform/errors/domain-error.js'

export type Picture = { full: Buffer; thumb: Buffer; width: number; height: number }

/** Pixels. A phone's largest sensor fits; a picture made to fill the memory does not. */
const MOST_PIXELS = 50_000_000
/** Longest side, pixels: the small print of a scanned form can still be read. */
const FULL_SIDE = 2048
const THUMB_SIDE = 320
const FULL_QUALITY = 80
const THUMB_QUALITY = 70
/** Decoding takes a second at most; what takes longer was made to. */
const TIMEOUT_SECONDS = 20
/** Pictures worked on at the same time in one process: each may need its pixels in memory. */
const AT_ONCE = 2

sharp.cache(false)
sharp.concurrency(1)

/**
 * The picture as it is kept: upright, a JPEG of our own making, so that nothing of the file survives but what can be
 * seen: neither place, time and phone of the shot, nor a preview of what was cut away, nor a second file behind it.
 * @throws DomainError ATTACHMENT_TOO_LARGE before anything is decoded; ATTACHMENT_BROKEN
 */
export function remakePicture(bytes: Buffer): Promise<Picture> {
  return inTurn(async () => {
    await refuseTooLarge(bytes)
    try {
      const { data: full, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .timeout({ seconds: TIMEOUT_SECONDS })
        .autoOrient()
        .resize({ width: FULL_SIDE, height: FULL_SIDE, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: FULL_QUALITY })
        .toBuffer({ resolveWithObject: true })
      const thumb = await sharp(full)
        .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: THUMB_QUALITY })
        .toBuffer()
      return { full, thumb, width: info.width, height: info.height }
    } catch (cause) {
      throw new DomainError('ATTACHMENT_BROKEN', {}, [], { cause })
    }
  })
}

/** The size stands in the file's head, which is all that is read. */
async function refuseTooLarge(bytes: Buffer): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new DomainError('ATTACHMENT_BROKEN', {}, [], { cause })
    })
  if (width * height > MOST_PIXELS) throw new DomainError('ATTACHMENT_TOO_LARGE')
}

const turns: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
let next = 0

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = next++ % AT_ONCE
  const result = (turns[turn] as Promise<unknown>).then(work)
  turns[turn] = result.catch(() => undefined)
  return result
}
