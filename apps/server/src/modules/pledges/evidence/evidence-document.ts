import { keyFingerprint } from '../../../platform/crypto/sealer.js'
import { hasRareFonts } from '../../../platform/documents/pdf-fonts.js'
import { mayHoldRare } from '../../../platform/documents/rare-characters.js'
import { checkTimeStamp } from '../../../platform/time-stamp/time-stamp-token.js'
import type { PledgeDocument } from '../pledge-pdf.js'
import type { PledgeEvidence } from './pledge-evidence.js'
import { sealedFactsOf, strokeIn } from './verify-evidence.js'

/**
 * Raised whenever the same package would be drawn otherwise. 1: without the fonts for rare characters, as before there were
 * any and as on a machine that has none; 2: with them. Pages of a later layout are not compared.
 */
export const PAGE_LAYOUT = 2

/** How this machine prints. */
export const layoutHere = (): 1 | 2 => (hasRareFonts() ? 2 : 1)

/** Whether this machine draws the pages of a package as they were drawn where it was printed. */
export const canDraw = ({ layout, text, title, signerName }: PledgeEvidence): boolean =>
  layout === 1 || (layout === PAGE_LAYOUT && (hasRareFonts() || !mayHoldRare(text + title + signerName)))

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
      ...(facts.signedOffline === true ? { phoneTime: new Date(String(facts.deviceTime)) } : {}),
    },
    seal: {
      number: evidence.number,
      sealedAt: new Date(String(facts.sealedAt)),
      signature: evidence.seal.signature,
      stamp: stampIn(evidence),
      keyFingerprint: keyFingerprint(evidence.keys.seal),
    },
    ...(typeof facts.household === 'number'
      ? { household: { number: facts.household, isAtDoor: typeof facts.holderAccountId === 'string' } }
      : {}),
    textHash: String(facts.textHash),
    state: evidence.state,
    verifyCode: evidence.verifyCode,
    verifyUrl: evidence.verifyUrl,
  }
}

/** The stamp as it is printed. Whose it is, and whether he may be trusted, is for the check to say. */
function stampIn({ timestamp, seal }: PledgeEvidence): { at: Date; by: string } | null {
  if (timestamp === null) return null
  try {
    return checkTimeStamp(Buffer.from(timestamp, 'base64'), Buffer.from(seal.linkHash, 'hex'), [])
  } catch {
    return null
  }
}
