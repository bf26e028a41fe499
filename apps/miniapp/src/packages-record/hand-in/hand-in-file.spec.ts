/** @jest-environment node */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { bech32 } from '@scure/base'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { BatchItem } from '@/shared/api'
import { ageFile } from './age-file'
import { joined, utf8 } from './bytes'
import { HAND_IN_RANDOM_BYTES, handInFile } from './content'

async function server() {
  const identity = await generateX25519Identity()
  const publicKey = bech32.decodeToBytes(await identityToRecipient(identity)).bytes
  const open = async (file: Uint8Array) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return Buffer.from(await decrypter.decrypt(file))
  }
  return { publicKey, open }
}
const chance = () => new Uint8Array(randomBytes(HAND_IN_RANDOM_BYTES))

test.each([0, 1, 65_535, 65_536, 65_537, 3 * 65_536, 200_001])(
  'any age program opens what the phone sealed: %i bytes',
  async (length) => {
    const { publicKey, open } = await server()
    const plain = randomBytes(length)
    expect((await open(ageFile(plain, publicKey, chance()))).equals(plain)).toBe(true)
  },
)

test('nobody else opens it, a changed or shortened file opens for nobody', async () => {
  const [one, other] = [await server(), await server()]
  const file = ageFile(randomBytes(70_000), one.publicKey, chance())
  await expect(other.open(file)).rejects.toThrow()
  for (const at of [40, 150, 1_000, file.length - 1]) {
    const changed = file.slice()
    changed[at]! ^= 1
    await expect(one.open(changed)).rejects.toThrow()
  }
  await expect(one.open(file.slice(0, -16))).rejects.toThrow()
})

test('two files of the same records have nothing in common, and none is made without enough chance', async () => {
  const { publicKey } = await server()
  const [a, b] = [1, 2].map(() => Buffer.from(ageFile(new Uint8Array(64), publicKey, chance())))
  expect(a!.subarray(-80).equals(b!.subarray(-80))).toBe(false)
  expect(() => ageFile(new Uint8Array(1), publicKey, new Uint8Array(32))).toThrow(RangeError)
})

test('words are written as UTF-8, with and without signs of their own', () => {
  for (const text of ['', 'abc%20', '村委会广场', '😀“引号”\n', '100%'])
    expect(Buffer.from(utf8(text)).toString('utf8')).toBe(text)
  expect([...joined(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))]).toEqual([1, 2, 3])
})

test('a file holds its records and photos, and the MAC of its session over all of it', async () => {
  const { publicKey, open } = await server()
  const ticket = randomBytes(32)
  const photo = new Uint8Array(randomBytes(90_000))
  const sha256 = createHash('sha256').update(photo).digest('hex')
  const record = {
    id: 'r',
    kind: 'publicity-activity',
    payload: { place: '村委会广场' },
  } as unknown as BatchItem
  const grant = {
    sessionId: 's',
    keyId: 3,
    publicKey: Buffer.from(publicKey).toString('base64'),
    ticket: ticket.toString('base64'),
  }
  const file = handInFile(
    {
      grant,
      appointmentId: 'a',
      madeAt: '2026-11-22T10:00:00.000Z',
      records: [record],
      photos: [{ id: 'p', sha256, bytes: photo }],
    },
    chance(),
  )
  expect(Buffer.from(file).includes(Buffer.from('publicity'))).toBe(false)
  const plain = await open(file)
  const body = plain.subarray(32)
  expect(createHmac('sha256', ticket).update(body).digest().equals(plain.subarray(0, 32))).toBe(true)
  const jsonEnd = 4 + body.readUInt32BE(0)
  expect(JSON.parse(body.subarray(4, jsonEnd).toString('utf8'))).toEqual({
    format: 'dfv-hand-in@1',
    keyId: 3,
    sessionId: 's',
    appointmentId: 'a',
    madeAt: '2026-11-22T10:00:00.000Z',
    records: [record],
    files: [{ id: 'p', sha256, bytes: 90_000 }],
  })
  expect(body.subarray(jsonEnd).equals(Buffer.from(photo))).toBe(true)
})
