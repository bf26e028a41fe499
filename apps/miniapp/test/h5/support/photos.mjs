import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SERVER } from '../../../../../scripts/lib/paths.mjs'

// The server's picture library: the mini-program needs none of its own.
const sharp = createRequire(path.join(SERVER, 'package.json'))('sharp')

/** What a camera writes beside the picture. */
const SHOT = {
  IFD0: { Make: 'PhoneMaker', Model: 'Phone 15' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '22/1 56/1 4212/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '115/1 38/1 2733/100',
  },
}
const TRACES = ['Exif', 'PhoneMaker', 'Phone 15']

/** A photo from a phone's camera, lying on its side, with the place where it was taken. */
export const photoWithPlace = () =>
  sharp(randomBytes(2400 * 1800 * 3), { raw: { width: 2400, height: 1800, channels: 3 } })
    .blur(4)
    .withMetadata({ orientation: 6, exif: SHOT })
    .jpeg({ quality: 90 })
    .toBuffer()

/** Whether bytes tell anything of the shot. */
export const tellsOfShot = (bytes) => TRACES.some((trace) => bytes.includes(trace))

/** Width, height and format, and whether anything but the picture is in the file. */
export async function describePicture(bytes) {
  const { width, height, format, exif, xmp, iptc } = await sharp(bytes).metadata()
  return { width, height, format, isBare: !exif && !xmp && !iptc }
}
