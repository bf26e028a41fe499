import { inflateRawSync, inflateSync } from 'node:zlib'

/** The parts of a zip file by name. */
export function unzip(file: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let at = file.readUInt32LE(file.lastIndexOf('PK\x05\x06') + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const name = file.toString('utf8', at + 46, at + 46 + nameLength!)
    const local = file.readUInt32LE(at + 42)
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(begin, begin + file.readUInt32LE(at + 20))
    parts.set(name, file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameLength! + extraLength! + noteLength!
  }
  return parts
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** All the text of a workbook or a Word document, wherever in it that stands. */
export function officeText(file: Buffer): string {
  const xml = [...unzip(file).values()].map((part) => part.toString('utf8')).join('\n')
  return xml.replace(/<[^>]*>/g, '|').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** The text of a PDF file with embedded fonts, decoded by the tables that make it searchable. */
export function pdfText(file: Buffer): string {
  const source = file.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) objects.set(id!, body!)
  const streamOf = (body: string): string => {
    const from = body.indexOf('stream\n') + 'stream\n'.length
    const raw = Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1')
    return (body.includes('FlateDecode') ? inflateSync(raw) : raw).toString('latin1')
  }
  const fonts = new Map<string, Map<number, string>>()
  for (const body of objects.values())
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1] ?? '')
      if (table) fonts.set(name!, unicodeTable(streamOf(table)))
    }
  let text = ''
  for (const body of objects.values()) {
    if (
      !body.includes('stream\n') ||
      /\/(Type|Subtype|Length1)\b/.test(body.slice(0, body.indexOf('stream\n')))
    )
      continue
    let font = new Map<number, string>()
    for (const [token, name, hex] of streamOf(body).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>|T[Jj]/g)) {
      if (name) font = fonts.get(name) ?? font
      else if (hex)
        text += (hex.match(/.{4}/g) ?? []).map((code) => font.get(Number.parseInt(code, 16)) ?? '').join('')
      else if (token) text += '|'
    }
  }
  return text
}

/** `<0001> <0003> [<674e> <4f8b> <4e00>]`: what each glyph of a subset stands for. */
function unicodeTable(table: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [at, code] of (list!.match(/<[^>]*>/g) ?? []).entries())
      glyphs.set(
        Number.parseInt(from!, 16) + at,
        Buffer.from(code.replace(/[<>\s]/g, ''), 'hex')
          .swap16()
          .toString('utf16le'),
      )
  return glyphs
}
