import { deflateSync, inflateSync } from 'node:zlib'
import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { handwriting } from '../../../../test/support/handwriting.js'
import { canonicalJson } from '../../../platform/canonical-json.js'
import { FieldCipher } from '../../../platform/crypto/field-cipher.js'
import { generateKeyFile, KeyRing, withNewSealKey } from '../../../platform/crypto/key-ring.js'
import { keyFingerprint, Sealer, sha256 } from '../../../platform/crypto/sealer.js'
import { renderPledge } from '../pledge-pdf.js'
import { fillTemplate, newTextMark } from '../pledge-text.js'
import { FIRST_PREV_HASH, linkHash, sealContent } from '../pledge-verifier.js'
import { townVillageV1 } from '../templates/town-village.v1.js'
import { documentOf, NEWEST_LAYOUT, rareCharactersOf } from './evidence-document.js'
import { evidenceIn, pagesCheck } from './evidence-file.js'
import { EVIDENCE_FORMAT, type PledgeEvidence, printedContent } from './pledge-evidence.js'
import { type Check, chainFaults, sealedFactsOf, verifyEvidence } from './verify-evidence.js'

const keyFile = generateKeyFile(true)
const ring = new KeyRing(keyFile)
const sealer = new Sealer(ring)
const cipher = new FieldCipher(ring)
const [officeKey = ''] = sealer.publicKeys

const values = {
  year: 2026,
  town: '示范镇',
  village: '示范村A',
  area: '示范村A',
  signer: '陈𪚥演',
  signerRole: '村书记',
  reportInDays: 15,
  cycleMonths: 2,
  activitiesPerMonth: 4,
  residentPercent: 95,
  migrantPercent: 95,
  textMark: newTextMark(),
}

/** A sealed pledge as the server gives it out. */
function aPackage(seq = 1, prevHash = FIRST_PREV_HASH): PledgeEvidence {
  const pledgeId = uuidv7()
  const wrappedKey = cipher.createDataKey(pledgeId)
  const text = fillTemplate(townVillageV1.body, values)
  const strokeSealed = cipher.seal(wrappedKey, pledgeId, 'stroke', canonicalJson(handwriting()))
  const content = sealContent(
    {
      pledgeId,
      level: 'town-village',
      areaCode: '441581990201',
      year: 2026,
      templateId: 'town-village',
      templateVersion: 1,
      textHash: sha256(text),
      signerAccountId: uuidv7(),
      signerRole: 'village-secretary',
      signatureId: uuidv7(),
      strokeHash: sha256(strokeSealed),
      signedAt: new Date('2026-11-23T06:00:00.000Z'),
      deviceTime: new Date('2026-11-23T05:59:58.000Z'),
      sessionId: uuidv7(),
      client: 'weapp',
      readSeconds: 75,
      recheckedAt: new Date('2026-11-23T05:58:00.000Z'),
    },
    { countyCode: '441581', seq, prevHash, sealedAt: new Date('2026-11-23T06:00:01.000Z') },
  )
  const seal = sealer.seal(content)
  return printed({
    format: EVIDENCE_FORMAT,
    title: '示范村A2026年禁毒责任状（镇—村）',
    signerName: values.signer,
    number: `PL-2026-${String(seq).padStart(5, '0')}`,
    verifyCode: '7F3K-9Q2M-0000-ABCD',
    verifyUrl: 'https://example.org/#/packages-public/verify/index?code=7F3K-9Q2M-0000-ABCD',
    state: 'sealed',
    printedAt: '2026-11-24T01:00:00.000Z',
    layout: NEWEST_LAYOUT,
    text,
    facts: sealedFactsOf({ seal: { content, signature: '', linkHash: '' } }),
    stroke: {
      sealed: strokeSealed.toString('base64'),
      key: cipher.dataKey(wrappedKey, pledgeId).toString('base64'),
    },
    seal: { content, signature: seal, linkHash: linkHash(content, seal) },
    timestamp: null,
    keys: { seal: officeKey, print: officeKey },
    signature: '',
  })
}

/** As if the one who changes the package could also sign the print anew. */
const printed = (one: PledgeEvidence): PledgeEvidence => ({
  ...one,
  signature: sealer.seal(printedContent(one)),
})
const changedParts = (checks: readonly Check[]): string[] =>
  checks.filter(({ result }) => result === 'changed').map(({ part }) => part)
const said = (checks: readonly Check[], part: string): string | undefined =>
  checks.find((check) => check.part === part)?.says

async function pdfOf(evidence: PledgeEvidence): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const printedAt = new Date(evidence.printedAt)
  const pdf = renderPledge(
    documentOf(evidence),
    printedAt,
    canonicalJson(evidence),
    rareCharactersOf(evidence),
  )
  for await (const chunk of pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('a sealed pledge, away from the server', () => {
  const evidence = aPackage()

  it('holds in every part, and under the key that the office publishes', () => {
    const checks = verifyEvidence(evidence, [officeKey])
    expect(checks.filter(({ result }) => result !== 'holds').map(({ part }) => part)).toEqual(['timestamp'])
    expect(said(checks, 'timestamp')).toBe('时间由本系统记录，没有第三方时间戳。')
    expect(said(checks, 'key')).toContain(keyFingerprint(officeKey))
  })

  it('without a key from the office says what is left to compare', () => {
    const checks = verifyEvidence(evidence, [])
    expect(changedParts(checks)).toEqual([])
    expect(checks.find(({ part }) => part === 'key')).toMatchObject({ result: 'open' })
    expect(said(checks, 'key')).toContain(keyFingerprint(officeKey))
  })

  it('shows a package that somebody made with a key of his own', () => {
    const [other = ''] = new Sealer(new KeyRing(generateKeyFile(true))).publicKeys
    expect(changedParts(verifyEvidence(evidence, [other]))).toEqual(['key'])
  })

  it('still holds when the office has taken a new key since', () => {
    const later = new Sealer(new KeyRing(withNewSealKey(keyFile)))
    expect(later.signerKey(evidence.seal.content, evidence.seal.signature)).toBe(officeKey)
    expect(later.publicKeys).toHaveLength(2)
    const again = { ...evidence, keys: { seal: officeKey, print: later.publicKeys[0]! } }
    const reprinted = { ...again, signature: later.seal(printedContent(again)) }
    expect(changedParts(verifyEvidence(reprinted, later.publicKeys))).toEqual([])
    expect(changedParts(verifyEvidence(reprinted, [officeKey]))).toEqual(['key'])
  })

  const sealedAs = (change: object) => {
    const content = canonicalJson({ ...JSON.parse(evidence.seal.content), ...change })
    return { ...evidence, facts: JSON.parse(content), seal: { ...evidence.seal, content } }
  }
  const later = '2026-12-01T00:00:00.000Z'

  it.each<[string, PledgeEvidence, string[], string, RegExp]>([
    [
      'a word of the text',
      { ...evidence, text: evidence.text.replace('4次', '3次') },
      ['text'],
      'text',
      /全文被改过/,
    ],
    [
      'the stroke',
      { ...evidence, stroke: { ...evidence.stroke, sealed: aPackage().stroke.sealed } },
      ['stroke'],
      'stroke',
      /笔迹被改过/,
    ],
    [
      'the key of the stroke',
      { ...evidence, stroke: { ...evidence.stroke, key: aPackage().stroke.key } },
      ['stroke'],
      'stroke',
      /打不开笔迹/,
    ],
    [
      'the time that is shown',
      { ...evidence, facts: { ...evidence.facts, signedAt: later } },
      ['facts'],
      'facts',
      /^签名时间被改过/,
    ],
    [
      'the signer that is shown',
      { ...evidence, facts: { ...evidence.facts, signerAccountId: uuidv7(), signerRole: 'case-worker' } },
      ['facts'],
      'facts',
      /签名人、签名人职务被改过/,
    ],
    ['the time that was sealed', sealedAs({ signedAt: later }), ['seal', 'chain'], 'seal', /封存签章无效/],
    [
      'the signer who was sealed',
      sealedAs({ signerAccountId: uuidv7() }),
      ['seal', 'chain'],
      'seal',
      /封存签章无效/,
    ],
    ['the place in the chain', sealedAs({ seq: 2 }), ['seal', 'chain'], 'seal', /封存签章无效/],
    [
      'the link',
      { ...evidence, seal: { ...evidence.seal, linkHash: FIRST_PREV_HASH } },
      ['chain'],
      'chain',
      /位置对不上/,
    ],
  ])('names what was changed: %s', (_, changed, parts, part, sentence) => {
    // Even when the print is signed anew, the parts are found by themselves.
    const checks = verifyEvidence(printed(changed), [officeKey])
    expect(changedParts(checks)).toEqual(parts)
    expect(said(checks, part)).toMatch(sentence)
  })

  it.each(['signerName', 'number', 'verifyCode', 'title', 'printedAt', 'state'] as const)(
    'shows that the %s printed beside it was changed',
    (field) => {
      const other =
        { signerName: '陈演', printedAt: later, state: 'superseded' }[field as 'signerName'] ?? 'X'
      expect(changedParts(verifyEvidence({ ...evidence, [field]: other }, [officeKey]))).toEqual(['print'])
    },
  )

  it('shows any changed bit of the package', () => {
    const bytes = Buffer.from(canonicalJson(evidence), 'utf8')
    const unseen: number[] = []
    // Each field is longer than the step, so that every one is hit.
    for (let at = 0; at < bytes.length; at += 5) {
      const bit = 1 << (at % 8)
      bytes[at]! ^= bit
      if (isWhole(bytes)) unseen.push(at)
      bytes[at]! ^= bit
    }
    expect(unseen).toEqual([])
    expect(isWhole(bytes)).toBe(true)
  })

  it('fits its neighbours in the chain, and two that claim one place do not both hold', () => {
    const first = aPackage(1)
    const second = aPackage(2, first.seal.linkHash)
    expect(chainFaults([second, first, first])).toEqual([])
    expect(chainFaults([first, aPackage(2)])).toEqual(['PL-2026-00002没有接在PL-2026-00001后面。'])
    expect(chainFaults([first, aPackage(1)])).toEqual([
      'PL-2026-00001和PL-2026-00001占着封存链上的同一个位置。',
    ])
  })
})

function isWhole(bytes: Buffer): boolean {
  try {
    return changedParts(verifyEvidence(evidenceIn(bytes).evidence, [officeKey])).length === 0
  } catch {
    return false
  }
}

describe('the printed pledge, away from the server', () => {
  const evidence = aPackage()
  let pdf: Buffer
  beforeAll(async () => {
    pdf = await pdfOf(evidence)
  })

  it('carries its evidence, and its pages are those of the evidence', async () => {
    const file = evidenceIn(pdf)
    expect(file).toMatchObject({ isPdf: true, evidence })
    expect(changedParts(verifyEvidence(file.evidence, [officeKey]))).toEqual([])
    expect(await pagesCheck(pdf, file)).toMatchObject({ result: 'holds' })
  })

  it('is found changed when a page shows what the evidence does not say', async () => {
    const forged = await pdfOf({ ...evidence, text: evidence.text.replace('15日', '90日') })
    const carrier = Buffer.from(forged.toString('latin1'), 'latin1')
    expect(await pagesCheck(carrier, evidenceIn(pdf))).toMatchObject({ result: 'changed' })
  })

  it('is found changed by one bit in any kind of part', async () => {
    const text = pdf.toString('latin1')
    const places = {
      'page content': text.indexOf('stream') + 40,
      // The fonts are the most of it.
      'font program': Math.floor(text.length / 2),
      attachment: text.indexOf('/Type /EmbeddedFile') + 200,
      'document information': text.indexOf('/Title'),
      'page tree': text.indexOf('/Type /Page'),
      'end of the file': text.length - 3,
    }
    for (const [name, at] of Object.entries(places)) {
      const changed = Buffer.from(pdf)
      changed[at]! ^= 1
      expect([name, await isWholePdf(changed)]).toEqual([name, false])
    }
  })

  it('is not called changed because another program packed it differently', async () => {
    const repacked = repack(pdf)
    expect(repacked.equals(pdf)).toBe(false)
    const file = evidenceIn(repacked)
    expect(await pagesCheck(repacked, file)).toMatchObject({ result: 'holds' })
  })

  it('of a later layout is not compared by its pages, and says so', async () => {
    const later = printed({ ...evidence, layout: NEWEST_LAYOUT + 1 })
    const bytes = await pdfOf(later)
    expect(await pagesCheck(bytes, evidenceIn(bytes))).toMatchObject({ result: 'open' })
  })

  it.each([1, 2, 3])(
    'of an earlier layout (%i) still holds, whatever it did with rare characters',
    async (layout) => {
      const older = printed({ ...evidence, signerName: '𠮷𰀀', layout })
      const bytes = await pdfOf(older)
      expect(await pagesCheck(bytes, evidenceIn(bytes))).toMatchObject({ result: 'holds' })
    },
  )

  it('without evidence, as an unsigned one, says that there is none', () => {
    expect(() => evidenceIn(Buffer.from('%PDF-1.3\n1 0 obj\nendobj'))).toThrow('没有证据包')
    expect(() => evidenceIn(Buffer.from('{}'))).toThrow('读不出来')
  })
})

async function isWholePdf(bytes: Buffer): Promise<boolean> {
  try {
    const file = evidenceIn(bytes)
    const checks = [...verifyEvidence(file.evidence, [officeKey]), await pagesCheck(bytes, file)]
    return changedParts(checks).length === 0
  } catch {
    return false
  }
}

/** The same PDF with its streams deflated by another level, as another build of zlib would do. */
function repack(pdf: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  const text = pdf.toString('latin1')
  for (const match of text.matchAll(/\/Length (\d+)([^>]*(?:>>\s*)*?>>\nstream\n)/g)) {
    const from = match.index + match[0].length
    const length = Number(match[1])
    const packed = deflateSync(inflateSync(pdf.subarray(from, from + length)), { level: 1 })
    parts.push(
      pdf.subarray(at, match.index),
      Buffer.from(`/Length ${packed.length}${match[2]}`, 'latin1'),
      packed,
    )
    at = from + length
  }
  return Buffer.concat([...parts, pdf.subarray(at)])
}
