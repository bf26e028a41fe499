export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

/** Brands of the ISO container that phones write pictures of the H.265 family under. */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']
/** Scanners may put some bytes before a PDF's first line. */
const PDF_HEAD = 1024

/** What a file is, by its own bytes: a name or a declared type is only somebody's word. */
export function fileKind(bytes: Buffer): FileKind | undefined {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(4, 8) === 'ftyp' && HEIC_BRANDS.includes(ascii(8, 12))) return 'heic'
  if (ascii(0, PDF_HEAD).includes('%PDF-')) return 'pdf'
  return undefined
}
