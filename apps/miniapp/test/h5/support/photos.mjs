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
const TRACES = ['Exif\0\0', 'PhoneMaker', 'Phone 15']

/** A square with a banner and some people, as far as rectangles and circles go. */
const SCENE = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1800" opacity="0.8">
  <rect width="2400" height="1100" fill="#a9cbe8"/><rect y="1100" width="2400" height="700" fill="#9aa57f"/>
  <rect x="300" y="420" width="1800" height="760" fill="#e9e2d3"/><rect x="420" y="520" width="1560" height="180" fill="#b3261e"/>
  ${[500, 800, 1150, 1500, 1850]
    .map(
      (x) =>
        `<circle cx="${x}" cy="1130" r="90" fill="#33414f"/><rect x="${x - 100}" y="1220" width="200" height="360" fill="#0b5cad"/>`,
    )
    .join('')}
</svg>`)

/** A photo from a phone's camera, lying on its side, with the place where it was taken. */
export async function photoWithPlace() {
  const grain = sharp(randomBytes(2400 * 1800 * 3), { raw: { width: 2400, height: 1800, channels: 3 } })
  const upright = await grain
    .composite([{ input: SCENE }])
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(upright)
    .rotate(-90)
    .withMetadata({ orientation: 6, exif: SHOT })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Whether bytes tell anything of the shot. */
export const tellsOfShot = (bytes) => TRACES.some((trace) => bytes.includes(trace))

/** Width, height and format, and whether anything but the picture is in the file. */
export async function describePicture(bytes) {
  const { width, height, format, exif, xmp, iptc } = await sharp(bytes).metadata()
  return { width, height, format, isBare: !exif && !xmp && !iptc }
}
