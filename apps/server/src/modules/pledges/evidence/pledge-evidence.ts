import { z } from 'zod'
import { canonicalJson } from '../../../platform/canonical-json.js'

export const EVIDENCE_FORMAT = 'pledge-evidence@1'
/** Name of the file inside the PDF. */
export const EVIDENCE_FILE = 'evidence.json'

const Base64 = z.base64()

/**
 * Everything that is needed to check one sealed pledge without us: no server, no database, no account. The signer's own
 * copy, so it holds his text and his stroke; `docs/pledge-evidence.md` describes it for programs of others.
 */
export const PledgeEvidence = z
  .strictObject({
    format: z.literal(EVIDENCE_FORMAT),
    /** What is printed beside the text. */
    title: z.string(),
    signerName: z.string(),
    number: z.string(),
    verifyCode: z.string(),
    verifyUrl: z.string(),
    state: z.enum(['sealed', 'superseded', 'revoked']),
    printedAt: z.iso.datetime(),
    /** Version of the drawing of the pages, see `NEWEST_LAYOUT`. */
    layout: z.int(),
    text: z.string(),
    /** The sealed content in readable form: signer, role, times, and how the signer was known. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** The stroke as it is stored, and the key of this one pledge that opens it: AES-256-GCM, see `FieldCipher`. */
    stroke: z.strictObject({ sealed: Base64, key: Base64 }),
    /** `content` is the canonical JSON that was signed; `signature` Ed25519 over it; `linkHash` the place in the chain. */
    seal: z.strictObject({ content: z.string(), signature: Base64, linkHash: z.string() }),
    /** RFC 3161 token (DER) over the link hash; null: the times are the system's own alone. */
    timestamp: Base64.nullable(),
    /** SPKI of the key of the seal, and of the key of the print's signature; the same until a key is replaced. */
    keys: z.strictObject({ seal: Base64, print: Base64 }),
    /** Ed25519 over the canonical JSON of everything else in this package. */
    signature: Base64,
  })
  .meta({ id: 'PledgeEvidence' })
export type PledgeEvidence = z.infer<typeof PledgeEvidence>

/** The text that the package's own signature covers. */
export function printedContent({ signature: _, ...rest }: PledgeEvidence): string {
  return canonicalJson(rest)
}

/** @throws Error when it is not a package of this format */
export function readEvidence(json: string): PledgeEvidence {
  return PledgeEvidence.parse(JSON.parse(json))
}
