/** What a JPEG's application segment begins with when it tells of the shot: place, time, phone. */
const TELLING = ['Exif\0\0', 'http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0']
const APP1 = Buffer.from([0xff, 0xe1])

/**
 * A scanned PDF carries photos as the phone took them. What they tell of the shot is blanked where it stands: every byte
 * keeps its place, so the file's own table of places still holds. What a PDF compresses once more is not reached.
 */
export function blankShotData(pdf: Buffer): Buffer {
  const blanked = Buffer.from(pdf)
  for (let at = blanked.indexOf(APP1); at !== -1; at = blanked.indexOf(APP1, at + 2)) {
    if (at + 4 > blanked.length) break
    const end = at + 2 + blanked.readUInt16BE(at + 2)
    const body = blanked.subarray(at + 4, end)
    if (end <= blanked.length && TELLING.some((mark) => body.toString('latin1', 0, mark.length) === mark))
      body.fill(0)
  }
  return blanked
}

/** Whether a PDF was cut off on its way into the phone. */
export const isWhole = (pdf: Buffer): boolean => pdf.subarray(-1024).includes('%%EOF')
