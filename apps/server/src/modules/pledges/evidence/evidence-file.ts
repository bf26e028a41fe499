import { inflateSync } from 'node:zlib'
import { renderPledge } from '../pledge-pdf.js'
import { canDraw, documentOf, rareCharactersOf } from './evidence-document.js'
import { EVIDENCE_FORMAT, type PledgeEvidence, readEvidence } from './pledge-evidence.js'
import type { Check } from './verify-evidence.js'

export type EvidenceFile = { evidence: PledgeEvidence; json: string; isPdf: boolean }

/**
 * Reads a package from its JSON or from the PDF that carries it.
 * @throws Error when there is none in the file
 */
export function evidenceIn(bytes: Buffer): EvidenceFile {
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  const json = isPdf ? jsonInPdf(bytes) : bytes.toString('utf8')
  if (json === undefined) throw new Error('这个PDF里没有证据包：还没有封存，或者另存时丢了。')
  try {
    return { evidence: readEvidence(json), json, isPdf }
  } catch (cause) {
    throw new Error('证据包读不出来：格式被改坏了。', { cause })
  }
}

/** An attachment is a stream of its own in every PDF, whoever wrote the file, so no other part has to be understood. */
function jsonInPdf(bytes: Buffer): string | undefined {
  return streamsOf(bytes)
    .map(({ content }) => content)
    .find((content) => content.includes(`"format":"${EVIDENCE_FORMAT}"`))
    ?.toString('utf8')
}

/**
 * Whether the pages show what the package says: they are drawn again from it and compared, byte by byte, and where
 * another program has only packed the file differently, part by part.
 */
export async function pagesCheck(bytes: Buffer, { evidence, json }: EvidenceFile): Promise<Check> {
  const part = 'pages'
  if (!canDraw(evidence))
    return {
      part,
      result: 'open',
      says: '页面是另一个版本的程序打印的，或者这台机器没有装生僻字的字体，没有逐字核对。请以证据包里的全文为准。',
    }
  const drawn = await bytesOf(
    renderPledge(documentOf(evidence), new Date(evidence.printedAt), json, rareCharactersOf(evidence)),
  )
  if (drawn.equals(bytes)) return { part, result: 'holds', says: '页面和证据包一样，整个文件没有改动。' }
  if (contentOf(drawn) === contentOf(bytes))
    return { part, result: 'holds', says: '页面和证据包一样（文件重新压缩过）。' }
  return {
    part,
    result: 'changed',
    says: '文件和证据包对不上：页面被改过，或者被别的程序另存过。请以证据包里的全文为准。',
  }
}

async function bytesOf(pdf: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of pdf) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Stream = { from: number; to: number; content: Buffer }

/** Every stream of a PDF, inflated where it is deflated. One that cannot be inflated stands as it is. */
function streamsOf(bytes: Buffer): Stream[] {
  const text = bytes.toString('latin1')
  const streams: Stream[] = []
  const opening = />>\s*stream\r?\n/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = match.index + match[0].length
    const end = text.indexOf('endstream', from)
    const to = end === -1 ? text.length : end
    const raw = bytes.subarray(from, to)
    streams.push({ from, to, content: inflated(raw) })
    opening.lastIndex = to
  }
  return streams
}

function inflated(raw: Buffer): Buffer {
  try {
    return inflateSync(raw)
  } catch {
    return raw
  }
}

/** A PDF without what depends on how its streams were compressed: their bytes, lengths and offsets. */
function contentOf(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const xref = text.lastIndexOf('\nxref\n')
  const end = xref === -1 ? text.length : xref
  const trailer = text.slice(text.indexOf('trailer', end)).replace(/startxref\s+\d+/, 'startxref')
  const parts: string[] = []
  let at = 0
  for (const { from, to, content } of streamsOf(bytes)) {
    parts.push(text.slice(at, from), content.toString('latin1'))
    at = to
  }
  parts.push(text.slice(at, end), trailer)
  return parts.join('').replace(/\/Length \d+/g, '/Length')
}
