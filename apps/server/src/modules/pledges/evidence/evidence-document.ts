import { keyFingerprint } from '../../../platform/crypto/sealer.js'
import type { PledgeDocument } from '../pledge-pdf.js'
import type { PledgeEvidence } from './pledge-evidence.js'
import { sealedFactsOf, strokeIn } from './verify-evidence.js'

/** Raised whenever the same package would be drawn otherwise: pages of another layout are not compared. */
export const PAGE_LAYOUT = 1

/** What the pages of a sealed pledge show: all of it comes from the package, so that anybody can draw them again. */
export function documentOf(evidence: PledgeEvidence): PledgeDocument {
  const facts = sealedFactsOf(evidence)
  return {
    text: evidence.text,
    title: evidence.title,
    signerName: evidence.signerName,
    signature: {
      stroke: strokeIn(evidence) ?? null,
      strokeHash: String(facts.strokeHash),
      signedAt: new Date(String(facts.signedAt)),
    },
    seal: {
      number: evidence.number,
      sealedAt: new Date(String(facts.sealedAt)),
      signature: evidence.seal.signature,
      timestamp: evidence.timestamp === null ? 'absent' : 'present',
      keyFingerprint: keyFingerprint(evidence.keys.seal),
    },
    textHash: String(facts.textHash),
    isSuperseded: evidence.state === 'superseded',
    verifyCode: evidence.verifyCode,
    verifyUrl: evidence.verifyUrl,
  }
}
