import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { HandInKeys } from '../../platform/crypto/hand-in-keys.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { UploadIn } from '../attachments/attachments.dto.js'
import { RecordId } from '../records/records.dto.js'

export const MOST_RECORDS = 200
const MOST_FILES = 300
const MAC_BYTES = 32
const LENGTH_BYTES = 4

/**
 * An age file for one X25519 recipient and nothing else: the phone writes no other, and a head with thousands of
 * recipients would cost a computation each.
 */
const AGE_HEAD =
  /^age-encryption\.org\/v1\n-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/
const AGE_HEAD_BYTES = 200

const Content = z.strictObject({
  format: z.literal('dfv-hand-in@1'),
  keyId: z.number().int().min(1).max(255),
  sessionId: RecordId,
  appointmentId: RecordId,
  madeAt: z.iso.datetime(),
  records: z.array(z.record(z.string(), z.unknown())).min(1).max(MOST_RECORDS),
  files: z.array(z.strictObject({ id: RecordId, ...UploadIn.shape })).max(MOST_FILES),
})

/** What stands in a file that was handed in. Its session is proved; its records are not looked at yet. */
export type HandedIn = Omit<z.infer<typeof Content>, 'files'> & {
  files: { id: string; sha256: string; bytes: Buffer }[]
}

/**
 * Opens a file: age outside, inside a MAC (32 bytes) over all that follows, the length of the JSON (4 bytes, big
 * endian), the JSON, and the photos one after the other. Nothing in it is compressed, so it cannot grow when opened.
 * @throws DomainError HAND_IN_UNREADABLE, HAND_IN_OTHER_SERVER, HAND_IN_DAMAGED, HAND_IN_UNPROVEN
 */
export async function openHandIn(keys: HandInKeys, file: Buffer): Promise<HandedIn> {
  const plain = await decrypt(keys, file)
  const body = plain.subarray(MAC_BYTES)
  const jsonEnd =
    LENGTH_BYTES + (body.length < LENGTH_BYTES ? Number.POSITIVE_INFINITY : body.readUInt32BE(0))
  if (jsonEnd > body.length) throw new DomainError('HAND_IN_UNREADABLE')
  const content = readContent(body.subarray(LENGTH_BYTES, jsonEnd))
  const ticket = keys.ticket(content.keyId, content.sessionId)
  const mac = ticket && createHmac('sha256', ticket).update(body).digest()
  if (!mac || !timingSafeEqual(mac, plain.subarray(0, MAC_BYTES))) throw new DomainError('HAND_IN_UNPROVEN')
  return { ...content, files: cut(content.files, body.subarray(jsonEnd)) }
}

async function decrypt(keys: HandInKeys, file: Buffer): Promise<Buffer> {
  if (!AGE_HEAD.test(file.subarray(0, AGE_HEAD_BYTES).toString('latin1')))
    throw new DomainError('HAND_IN_UNREADABLE')
  // Read when the first file comes: no other request needs it.
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of keys.identities) decrypter.addIdentity(identity)
  try {
    return Buffer.from(await decrypter.decrypt(file))
  } catch (error) {
    const isOthers = error instanceof Error && error.message.startsWith('no identity matched')
    throw new DomainError(isOthers ? 'HAND_IN_OTHER_SERVER' : 'HAND_IN_DAMAGED')
  }
}

function readContent(json: Buffer): z.infer<typeof Content> {
  let value: unknown
  try {
    value = JSON.parse(json.toString('utf8'))
  } catch {
    throw new DomainError('HAND_IN_UNREADABLE')
  }
  const content = Content.safeParse(value)
  if (!content.success) throw new DomainError('HAND_IN_UNREADABLE')
  return content.data
}

function cut(files: z.infer<typeof Content>['files'], rest: Buffer): HandedIn['files'] {
  let at = 0
  const pieces = files.map(({ id, sha256, bytes }) => {
    const piece = rest.subarray(at, at + bytes)
    at += bytes
    return { id, sha256, bytes: piece }
  })
  if (at !== rest.length) throw new DomainError('HAND_IN_UNREADABLE')
  return pieces
}
