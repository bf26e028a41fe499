import type { X509Certificate } from 'node:crypto'
import { chinaMinute } from '../../../platform/china-minute.js'
import { openWithDataKey } from '../../../platform/crypto/field-cipher.js'
import { holdsUnder, keyFingerprint, sha256 } from '../../../platform/crypto/sealer.js'
import { checkTimeStamp } from '../../../platform/time-stamp/time-stamp-token.js'
import { linkHash } from '../pledge-verifier.js'
import { StrokeIn } from '../pledges.dto.js'
import type { Stroke } from '../stroke.js'
import { type PledgeEvidence, printedContent } from './pledge-evidence.js'

/** `open`: the file alone cannot tell. */
export type CheckResult = 'holds' | 'changed' | 'open'
export type Check = {
  part: 'text' | 'stroke' | 'facts' | 'seal' | 'chain' | 'print' | 'timestamp' | 'key' | 'pages'
  result: CheckResult
  /** One sentence for the person who checks. */
  says: string
}

type Facts = PledgeEvidence['facts']

/** Sealed facts as people name them. */
const FACT_LABELS: Readonly<Record<string, string>> = {
  pledgeId: '责任状标识',
  level: '层级',
  areaCode: '村（网格）',
  subjectId: '场所或学校',
  household: '户号',
  holderAccountId: '在场的人',
  year: '年度',
  templateId: '文本',
  templateVersion: '文本版本',
  textHash: '全文校验值',
  signerAccountId: '签名人',
  signerRole: '签名人职务',
  signatureId: '签名标识',
  strokeHash: '笔迹校验值',
  signedAt: '签名时间',
  deviceTime: '手机上的时间',
  signedOffline: '没有网络时签名',
  sessionId: '登录标识',
  client: '签名方式',
  readSeconds: '阅读秒数',
  recheckedAt: '核对身份的时间',
  countyCode: '县（市）',
  seq: '封存序号',
  prevHash: '上一份的链接值',
  sealedAt: '封存时间',
}

/**
 * Recomputes everything a package claims: hashes from text and stroke, the seal from its content, the package from its
 * parts. Nothing in it is believed because it stands there.
 * @param officeKeys public keys that the office publishes, SPKI in base64; none: the keys in the package are only named
 * @param stampRoots certificates of time-stamping authorities that are trusted; none: the authority is only named
 */
export function verifyEvidence(
  evidence: PledgeEvidence,
  officeKeys: readonly string[],
  stampRoots: readonly X509Certificate[] = [],
): Check[] {
  const facts = sealedFactsOf(evidence)
  return [
    textCheck(evidence, facts),
    strokeCheck(evidence, facts),
    factsCheck(evidence, facts),
    sealCheck(evidence),
    chainCheck(evidence, facts),
    printCheck(evidence),
    stampCheck(evidence, stampRoots),
    ...keyChecks(evidence, officeKeys),
  ]
}

/** The stroke of a package; undefined when it cannot be opened with the package's key. */
export function strokeIn(evidence: PledgeEvidence): Stroke | undefined {
  const { stroke } = evidence
  try {
    const pledgeId = String(sealedFactsOf(evidence).pledgeId)
    const key = Buffer.from(stroke.key, 'base64')
    const sealed = Buffer.from(stroke.sealed, 'base64')
    return StrokeIn.parse(JSON.parse(openWithDataKey(key, pledgeId, 'stroke', sealed)))
  } catch {
    return undefined
  }
}

/** The content that was signed, as an object; empty when it is none. */
export function sealedFactsOf({ seal }: Pick<PledgeEvidence, 'seal'>): Facts {
  try {
    const content: unknown = JSON.parse(seal.content)
    return content !== null && typeof content === 'object' ? (content as Facts) : {}
  } catch {
    return {}
  }
}

const verdict = (part: Check['part'], holds: boolean, yes: string, no: string): Check => ({
  part,
  result: holds ? 'holds' : 'changed',
  says: holds ? yes : no,
})

function textCheck({ text }: PledgeEvidence, facts: Facts): Check {
  return verdict(
    'text',
    sha256(text) === facts.textHash,
    '全文和封存时一样。',
    '全文被改过：和封存的校验值对不上。',
  )
}

function strokeCheck(evidence: PledgeEvidence, facts: Facts): Check {
  const isSame = sha256(Buffer.from(evidence.stroke.sealed, 'base64')) === facts.strokeHash
  return verdict(
    'stroke',
    isSame && strokeIn(evidence) !== undefined,
    '笔迹和封存时一样。',
    isSame ? '笔迹的密钥被改过，打不开笔迹。' : '笔迹被改过：和封存的校验值对不上。',
  )
}

function factsCheck({ facts: shown }: PledgeEvidence, facts: Facts): Check {
  const names = [...new Set([...Object.keys(facts), ...Object.keys(shown)])]
  const changed = names.filter((name) => facts[name] !== shown[name])
  return verdict(
    'facts',
    changed.length === 0,
    '签名人、时间等各项和封存内容一样。',
    `${changed.map((name) => FACT_LABELS[name] ?? name).join('、')}被改过：和封存内容对不上。`,
  )
}

function sealCheck({ seal, keys }: PledgeEvidence): Check {
  return verdict(
    'seal',
    holdsUnder(keys.seal, seal.content, seal.signature),
    '封存签章有效。',
    '封存签章无效：封存内容（签名人、时间、校验值）、签章或公钥被改过。',
  )
}

function chainCheck({ seal }: PledgeEvidence, { seq, countyCode }: Facts): Check {
  return verdict(
    'chain',
    linkHash(seal.content, seal.signature) === seal.linkHash,
    `在${countyCode}的封存链上是第${seq}份。`,
    '在封存链上的位置对不上：链接值被改过。',
  )
}

function printCheck(evidence: PledgeEvidence): Check {
  return verdict(
    'print',
    holdsUnder(evidence.keys.print, printedContent(evidence), evidence.signature),
    '随附的姓名、编号、校验码等没有改动。',
    '随附的内容（姓名、编号、校验码、状态、时间戳等）被改过。',
  )
}

function stampCheck({ timestamp, seal }: PledgeEvidence, roots: readonly X509Certificate[]): Check {
  const part = 'timestamp'
  if (timestamp === null) return { part, result: 'open', says: '时间由本系统记录，没有第三方时间戳。' }
  try {
    const token = Buffer.from(timestamp, 'base64')
    const { at, by, isTrusted } = checkTimeStamp(token, Buffer.from(seal.linkHash, 'hex'), roots)
    const stamp = `第三方时间戳：${by}，${chinaMinute(at)}。`
    if (roots.length === 0)
      return { part, result: 'open', says: `${stamp}没有给机构的根证书，机构没有核对。` }
    return verdict(part, isTrusted, stamp, `第三方时间戳不是给定的机构签发的：${by}。`)
  } catch {
    return { part, result: 'changed', says: '第三方时间戳对不上：不是对这份封存盖的，或者被改过。' }
  }
}

function keyChecks({ keys }: PledgeEvidence, officeKeys: readonly string[]): Check[] {
  return [...new Set([keys.seal, keys.print])].map((key) => {
    const fingerprint = keyFingerprint(key)
    if (officeKeys.length === 0)
      return {
        part: 'key',
        result: 'open',
        says: `公钥指纹 ${fingerprint}。请和禁毒办公布的对照，一样才说明是禁毒办封存的。`,
      }
    return verdict(
      'key',
      officeKeys.includes(key),
      `公钥是给定的那一把，指纹 ${fingerprint}。`,
      `公钥不是给定的那一把，指纹 ${fingerprint}。`,
    )
  })
}

/**
 * Packages of one county that cannot all be true: two different ones at one place of the chain, or neighbours that are
 * not linked.
 * @returns the numbers of the packages that do not fit, with the sentence
 */
export function chainFaults(packages: readonly PledgeEvidence[]): string[] {
  const places = packages
    .map((one) => ({ one, facts: sealedFactsOf(one) }))
    .sort((a, b) => Number(a.facts.seq) - Number(b.facts.seq))
  return places.flatMap(({ one, facts }, index) =>
    places.slice(0, index).flatMap((before) => {
      if (before.facts.countyCode !== facts.countyCode || before.one.seal.linkHash === one.seal.linkHash)
        return []
      const gap = Number(facts.seq) - Number(before.facts.seq)
      if (gap === 0) return [`${before.one.number}和${one.number}占着封存链上的同一个位置。`]
      if (gap === 1 && facts.prevHash !== before.one.seal.linkHash)
        return [`${one.number}没有接在${before.one.number}后面。`]
      return []
    }),
  )
}
