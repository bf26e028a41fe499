import { keyFingerprint } from '../../../platform/crypto/sealer.js'
import { hasRareFonts } from '../../../platform/documents/pdf-fonts.js'
import { mayHoldRare, type RareCharacters } from '../../../platform/documents/rare-characters.js'
import { checkTimeStamp } from '../../../platform/time-stamp/time-stamp-token.js'
import type { PledgeDocument } from '../pledge-pdf.js'
import type { PledgeEvidence } from './pledge-evidence.js'
import { sealedFactsOf, strokeIn } from './verify-evidence.js'

/**
 * How the pages of each layout print what their first font lacks. There is a new one whenever the same package would be drawn
 * otherwise; pages of a later layout are not compared.
 */
const LAYOUTS: Readonly<Record<number, RareCharacters>> = {
  1: { withFonts: false, areDescribed: false },
  2: { withFonts: true, areDescribed: false },
  3: { withFonts: false, areDescribed: true },
  4: { withFonts: true, areDescribed: true },
}
export const NEWEST_LAYOUT = 4

/** How this machine prints. */
export const layoutHere = (): 3 | 4 => (hasRareFonts() ? 4 : 3)

export const rareCharactersOf = ({ layout }: PledgeEvidence): RareCharacters | undefined => LAYOUTS[layout]

/** Whether this machine draws the pages of a package as they were drawn where it was printed. */
export function canDraw(evidence: PledgeEvidence): boolean {
  const how = rareCharactersOf(evidence)
  if (!how) return false
  const { text, title, signerName } = evidence
  return !how.withFonts || hasRareFonts() || !mayHoldRare(text + title + signerName)
}

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
