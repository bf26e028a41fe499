import { createHmac } from 'node:crypto'
import { bech32 } from '@scure/base'
import { Encrypter } from 'age-encryption'
import { HandInKeys } from '../../src/platform/crypto/hand-in-keys.js'
import { sha256 } from '../../src/platform/crypto/sealer.js'
import { HAND_IN_TYPE } from '../../src/platform/http/file-bodies.js'
import type { TestApp } from './app.js'
import type { Answer } from './records.js'
import type { SignedIn } from './sign-in.js'

type Written = {
  records: unknown[]
  photos?: { id: string; bytes: Buffer }[]
  /** What the phone keeps from its sign-in; here of the server itself. */
  keys?: HandInKeys
  /** Fields of the content that are not what the phone would write. */
  content?: Record<string, unknown>
}

/** What a phone puts into a file: its records, and a MAC with the ticket of its session. */
export function plainHandIn(test: TestApp, who: SignedIn, written: Written): Buffer {
  const keys: HandInKeys = written.keys ?? test.app.get(HandInKeys)
  const grant = keys.grantFor(who.actor.sessionId)
  if (!grant) throw new Error('this server takes no files')
  const photos = written.photos ?? []
  const json = Buffer.from(
    JSON.stringify({
      format: 'dfv-hand-in@1',
      keyId: grant.keyId,
      sessionId: who.actor.sessionId,
      appointmentId: who.actor.appointmentId,
      madeAt: '2026-11-22T10:00:00.000Z',
      records: written.records,
      files: photos.map(({ id, bytes }) => ({ id, sha256: sha256(bytes), bytes: bytes.length })),
      ...written.content,
    }),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const body = Buffer.concat([length, json, ...photos.map(({ bytes }) => bytes)])
  const mac = createHmac('sha256', Buffer.from(grant.ticket, 'base64')).update(body).digest()
  return Buffer.concat([mac, body])
}

/** Sealed with another program than the phone's: the format is the public one. */
export async function sealed(plain: Buffer, keys: HandInKeys): Promise<Buffer> {
  const grant = keys.grantFor('anybody')
  if (!grant) throw new Error('this server takes no files')
  const encrypter = new Encrypter()
  encrypter.addRecipient(bech32.encodeFromBytes('age', Buffer.from(grant.publicKey, 'base64')))
  return Buffer.from(await encrypter.encrypt(plain))
}

export const handIn = (test: TestApp, who: SignedIn, written: Written): Promise<Buffer> =>
  sealed(plainHandIn(test, who, written), written.keys ?? test.app.get(HandInKeys))

export async function takeIn(
  test: TestApp,
  office: SignedIn,
  file: Buffer,
): Promise<{ status: number; body: Answer }> {
  const response = await test.app.inject({
    method: 'POST',
    url: '/api/hand-ins',
    headers: { ...office.headers, 'content-type': HAND_IN_TYPE },
    payload: file,
  })
  return { status: response.statusCode, body: response.json() }
}
