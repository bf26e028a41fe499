import { canonicalJson } from '../../platform/canonical-json.js'
import { sha256 } from '../../platform/crypto/sealer.js'

export const FIRST_PREV_HASH = '0'.repeat(64)

/** Everything that a seal vouches for. */
export type SealedFacts = {
  pledgeId: string
  level: string
  areaCode: string
  /** Of a venue or class. */
  subjectId?: string
  year: number
  templateId: string
  templateVersion: number
  textHash: string
  /** Of a household the slip that it signed by. */
  signerAccountId: string
  signerRole: string
  /** Its number in the village's own list. */
  household?: number
  /** The cadre on whose phone a household signed at its door. */
  holderAccountId?: string
  signatureId: string
  strokeHash: string
  signedAt: Date
  deviceTime: Date | null
  /** Signed without a network: `deviceTime` is when, by the phone; `signedAt` when the signer confirmed it here. */
  signedOffline?: true
  /** Null: signed with the code of a slip, without an account. */
  sessionId: string | null
  client: string
  readSeconds: number | null
  recheckedAt: Date | null
}
export type SealPosition = { countyCode: string; seq: number; prevHash: string; sealedAt: Date }
export type SealLink = SealPosition & {
  content: string
  signature: string
  linkHash: string
  timestampToken: Buffer | null
}

/** The format has a place for whoever holds the phone and for a witness; but for households everybody signs by himself. */
const ALONE = { holderAccountId: null, witnessAccountId: null }

/** The canonical text over which the seal is made. */
export function sealContent(facts: SealedFacts, position: SealPosition): string {
  return canonicalJson({
    format: 'pledge-seal@1',
    ...ALONE,
    ...facts,
    signedAt: facts.signedAt.toISOString(),
    deviceTime: facts.deviceTime?.toISOString() ?? null,
    recheckedAt: facts.recheckedAt?.toISOString() ?? null,
    countyCode: position.countyCode,
    seq: Number(position.seq),
    prevHash: position.prevHash,
    sealedAt: position.sealedAt.toISOString(),
  })
}

export const linkHash = (content: string, signature: string): string =>
  sha256(canonicalJson([content, signature]))

export type PledgeEvidence = {
  facts: SealedFacts
  /** The text as it stands now; null when it can no longer be opened. */
  text: string | null
  strokeSealed: Buffer
  seal: SealLink
  /** Link hash of the seal before it; null when there is none on file. */
  previousLinkHash: string | null
}

/** Either may throw: what cannot even be read is as wrong as another value. */
export type LinkChecks = {
  signature: (content: string, signature: string) => boolean
  timestamp: (token: Buffer, linkHash: string) => boolean
}

/**
 * Whether text, stroke, signer and times are still those that were sealed. Nothing is trusted: hashes are made anew from
 * text and stroke, the sealed content from the rows, and the signature, time stamp and both ends of the chain are checked.
 */
export function isIntact(evidence: PledgeEvidence, checks: LinkChecks): boolean {
  const { facts, text, strokeSealed, seal, previousLinkHash } = evidence
  return (
    text !== null &&
    sha256(text) === facts.textHash &&
    sha256(strokeSealed) === facts.strokeHash &&
    sealContent(facts, seal) === seal.content &&
    seal.prevHash === (Number(seal.seq) === 1 ? FIRST_PREV_HASH : previousLinkHash) &&
    isLinkWhole(seal, checks)
  )
}

/** A link by itself: its hash follows from content and signature, and both signatures on it hold. */
function isLinkWhole(
  { content, signature, linkHash: stored, timestampToken }: SealLink,
  checks: LinkChecks,
): boolean {
  try {
    return (
      linkHash(content, signature) === stored &&
      checks.signature(content, signature) &&
      (timestampToken === null || checks.timestamp(timestampToken, stored))
    )
  } catch {
    return false
  }
}

/** Where a county's chain breaks: the first position that is missing, altered or not linked to the one before. */
export function chainBreak(links: readonly SealLink[], checks: LinkChecks): { seq: number } | undefined {
  let prevHash = FIRST_PREV_HASH
  for (const [index, link] of links.entries()) {
    const holds = Number(link.seq) === index + 1 && link.prevHash === prevHash && isLinkWhole(link, checks)
    if (!holds) return { seq: index + 1 }
    prevHash = link.linkHash
  }
  return undefined
}
