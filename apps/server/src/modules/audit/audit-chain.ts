import { canonicalJson } from '../../platform/canonical-json.js'
import { sha256 } from '../../platform/crypto/sealer.js'

/** What the first link of a chain points back to. */
export const CHAIN_START = '0'.repeat(64)

export type LinkContent = {
  countyCode: string
  seq: number
  entryId: string
  entryHash: string
  prevHash: string
}

/** A list of plain values has one JSON only, so that it is written as it is: a million links are checked in one go. */
export const linkHash = (link: LinkContent): string =>
  sha256(JSON.stringify([link.countyCode, link.seq, link.entryId, link.entryHash, link.prevHash]))

/** The state of a county's chain on a day, signed, kept outside the database: whoever rewrites the database cannot rewrite it too. */
export type AnchorContent = {
  format: 'audit-anchor@1'
  countyCode: string
  /** China civil date. */
  date: string
  seq: number
  linkHash: string
  at: string
}
export type Anchor = AnchorContent & { signature: string }

export const anchorText = ({ format, countyCode, date, seq, linkHash, at }: AnchorContent): string =>
  canonicalJson({ format, countyCode, date, seq, linkHash, at })
