import { createHash, randomBytes, timingSafeEqual, verify, X509Certificate } from 'node:crypto'
import { ContentInfo, id_signedData, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  id_ct_tstInfo,
  MessageImprint,
  TimeStampReq,
  TimeStampReqVersion,
  TimeStampResp,
  TSTInfo,
} from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'

/** RFC 3161 without the network: what is asked of a time-stamping authority, and what its answer is worth. */
const SHA256 = '2.16.840.1.101.3.4.2.1'
const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
/** Signature algorithms that name their own digest; plain `rsaEncryption` takes the signer's. */
const SIGNATURE_DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const RSA = '1.2.840.113549.1.1.1'
const ED25519 = '1.3.101.112'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
/** `signingCertificate` and `signingCertificateV2`: the signer's own certificate, by its hash. */
const SIGNING_CERTIFICATE = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47']
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const SET_OF = 0x31
const MAX_CHAIN = 8

export type TimeStamp = {
  /** The authority's time. */
  at: Date
  /** Its name, as its certificate says. */
  by: string
  /** Whether its certificate goes back to a root that was given. */
  isTrusted: boolean
}

export type TimeStampRequest = { bytes: Buffer; nonce: Buffer }

/** @param imprint SHA-256 of what is to be stamped, 32 bytes */
export function timeStampRequest(imprint: Buffer): TimeStampRequest {
  const nonce = randomBytes(16)
  // A DER integer: the first bit is its sign.
  nonce[0] = (nonce[0]! & 0x3f) | 0x40
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
      hashedMessage: new OctetString(new Uint8Array(imprint)),
    }),
    nonce: new Uint8Array(nonce).buffer,
    certReq: true,
  })
  return { bytes: Buffer.from(AsnConvert.serialize(request)), nonce }
}

/**
 * The token in an authority's answer.
 * @throws Error when the authority refused, or answered another request
 */
export function tokenIn(answer: Buffer, { nonce }: TimeStampRequest): Buffer {
  const { status, timeStampToken } = AsnConvert.parse(bytesOf(answer), TimeStampResp)
  if (!timeStampToken) throw new Error(`time-stamping authority refused with status ${status.status}`)
  const token = Buffer.from(AsnConvert.serialize(timeStampToken))
  const { info } = openToken(token)
  if (!info.nonce || !Buffer.from(info.nonce).equals(nonce))
    throw new Error('time stamp answers another request')
  return token
}

/**
 * Checks a token against what it should have stamped.
 * @param imprint SHA-256 of what was stamped, 32 bytes
 * @param roots certificates of authorities that are trusted; none: the stamp is checked in itself
 * @throws Error with the reason when the token does not hold
 */
export function checkTimeStamp(token: Buffer, imprint: Buffer, roots: readonly X509Certificate[]): TimeStamp {
  const { signed, content, info } = openToken(token)
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  if (hashAlgorithm.algorithm !== SHA256 || !isSame(bufferOf(hashedMessage), imprint))
    throw new Error('time stamp is over something else')
  const [signer] = signed.signerInfos
  if (!signer || signed.signerInfos.length !== 1) throw new Error('time stamp has not one signer')
  const certificates = certificatesIn(signed)
  const certificate = certificates.find((one) => isSignedWith(signer, content, one))
  if (!certificate) throw new Error('signature of the time stamp does not hold')
  if (!certificate.keyUsage?.includes(TIME_STAMPING)) throw new Error('certificate is not for time stamps')
  const at = info.genTime
  return {
    at,
    by: nameOf(certificate),
    isTrusted: goesBackTo(roots, certificate, certificates, at),
  }
}

function openToken(token: Buffer): { signed: SignedData; content: Buffer; info: TSTInfo } {
  const outer = AsnConvert.parse(bytesOf(token), ContentInfo)
  if (outer.contentType !== id_signedData) throw new Error('not a time-stamp token')
  const signed = AsnConvert.parse(outer.content, SignedData)
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== id_ct_tstInfo || !eContent?.single) throw new Error('not a time-stamp token')
  const content = bufferOf(eContent.single)
  return { signed, content, info: AsnConvert.parse(bytesOf(content), TSTInfo) }
}

function certificatesIn({ certificates }: SignedData): X509Certificate[] {
  return [...(certificates ?? [])].flatMap(({ certificate }) =>
    certificate ? [new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))] : [],
  )
}

/** The signature is over the attributes; the attributes bind content and certificate by their hashes. */
function isSignedWith(signer: SignerInfo, content: Buffer, certificate: X509Certificate): boolean {
  const digest = DIGESTS[signer.digestAlgorithm.algorithm]
  if (!digest || !signer.signedAttrs) return false
  const attribute = (...types: string[]) =>
    signer.signedAttrs?.find(({ attrType }) => types.includes(attrType))?.attrValues[0]
  const messageDigest = attribute(MESSAGE_DIGEST)
  const ownHash = attribute(...SIGNING_CERTIFICATE)
  if (!messageDigest || !ownHash || !attribute(CONTENT_TYPE)) return false
  const contentHash = createHash(digest).update(content).digest()
  if (!isSame(bufferOf(AsnConvert.parse(messageDigest, OctetString)), contentHash)) return false
  const hashes = ['sha1', 'sha256', 'sha384', 'sha512'].map((name) =>
    createHash(name).update(certificate.raw).digest(),
  )
  if (!hashes.some((hash) => Buffer.from(ownHash).includes(hash))) return false
  const { algorithm } = signer.signatureAlgorithm
  const signatureDigest = algorithm === RSA ? digest : SIGNATURE_DIGESTS[algorithm]
  if (!signatureDigest && algorithm !== ED25519) return false
  const attributes = setOf(signer.signedAttrs.map((one) => Buffer.from(AsnConvert.serialize(one))))
  return verify(signatureDigest ?? null, attributes, certificate.publicKey, bufferOf(signer.signature))
}

/** In the token the attributes stand under a tag of their own; they are signed as the DER set they are. */
function setOf(items: readonly Buffer[]): Buffer {
  const content = Buffer.concat(items)
  const size: number[] = []
  for (let rest = content.length; rest > 0; rest >>= 8) size.unshift(rest & 0xff)
  const length = content.length < 0x80 ? [content.length] : [0x80 | size.length, ...size]
  return Buffer.concat([Buffer.from([SET_OF, ...length]), content])
}

function goesBackTo(
  roots: readonly X509Certificate[],
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  at: Date,
): boolean {
  let certificate = leaf
  for (let step = 0; step < MAX_CHAIN && isValidAt(certificate, at); step++) {
    const isRoot = roots.some(({ raw }) => raw.equals(certificate.raw))
    const issuedBy = (one: X509Certificate) =>
      one.ca && certificate.checkIssued(one) && certificate.verify(one.publicKey)
    if (isRoot || roots.some((root) => isValidAt(root, at) && issuedBy(root))) return true
    const next = others.find((one) => !one.raw.equals(certificate.raw) && issuedBy(one))
    if (!next) return false
    certificate = next
  }
  return false
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo)

/** Its common name, or its organisation. */
function nameOf({ subject }: X509Certificate): string {
  const part = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(subject)?.[1]
  return part('CN') ?? part('O') ?? subject.replaceAll('\n', ' ')
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer
const bufferOf = ({ buffer }: OctetString): Buffer => Buffer.from(buffer)
