import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../crypto/sealer.js'
import type { BlobStore } from './blob-store.js'
import { DiskBlobStore } from './disk-blob-store.js'
import { S3BlobStore } from './s3-blob-store.js'

const folder = mkdtempSync(join(tmpdir(), 'dfv-blobs-'))
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((name) => statSync(name).isFile())

afterAll(() => rmSync(folder, { recursive: true }))

function keepsWhatItIsGiven(open: () => BlobStore): void {
  it('gives back the bytes that were put, under their hash', async () => {
    const bytes = randomBytes(300_000)
    const address = await open().put(bytes)
    expect(address).toBe(sha256(bytes))
    expect((await open().get(address))?.equals(bytes)).toBe(true)
  })

  it('takes the same bytes twice, from two replicas at once too', async () => {
    const bytes = randomBytes(1000)
    const addresses = await Promise.all(Array.from({ length: 8 }, () => open().put(bytes)))
    expect(new Set(addresses).size).toBe(1)
    expect(await open().get(addresses[0]!)).toEqual(bytes)
  })

  it('has nothing at an address where nothing was put, and removes it without complaint', async () => {
    const address = sha256(randomBytes(8))
    expect(await open().get(address)).toBeUndefined()
    await open().remove(address)
  })

  it('forgets what is removed', async () => {
    const address = await open().put(Buffer.from('a photo'))
    await open().remove(address)
    expect(await open().get(address)).toBeUndefined()
  })

  it.each(['', '../../keys.json', 'a'.repeat(63), `${'a'.repeat(64)}/..`, 'A'.repeat(64)])(
    'takes %p for no address',
    async (address) => {
      await expect(open().get(address)).rejects.toThrow(RangeError)
      await expect(open().remove(address)).rejects.toThrow(RangeError)
    },
  )
}

describe('files on this machine’s disk', () => {
  const place = join(folder, 'disk')
  keepsWhatItIsGiven(() => new DiskBlobStore(place))

  it('says when a file was altered, instead of handing it out', async () => {
    const store = new DiskBlobStore(join(folder, 'altered'))
    const address = await store.put(Buffer.from('what was seen'))
    appendFileSync(filesIn(join(folder, 'altered'))[0]!, '!')
    await expect(store.get(address)).rejects.toThrow('altered')
  })

  it('does not take the half of a file, left by a crash, for the file', async () => {
    const store = new DiskBlobStore(join(folder, 'crashed'))
    const bytes = Buffer.from('the whole photo')
    const address = await store.put(bytes)
    const [file] = filesIn(join(folder, 'crashed'))
    rmSync(file!)
    writeFileSync(`${file}.0123456789ab`, bytes.subarray(0, 5))
    expect(await store.get(address)).toBeUndefined()
    await store.put(bytes)
    expect(await store.get(address)).toEqual(bytes)
  })

  it('lets nobody but its own user read the files', () => {
    for (const file of filesIn(place)) expect(statSync(file).mode & 0o077).toBe(0)
  })
})

describe('files in an S3 bucket', () => {
  let server: S3rver
  let bucketUrl = ''
  const settings = () => ({
    bucketUrl,
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  })

  beforeAll(async () => {
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: join(folder, 's3'),
      configureBuckets: [{ name: 'photos', configs: [] }],
    })
    // Its own `run` answers the address it was told, port 0, and not the one it got.
    await server.run()
    const { port } = (server as unknown as { httpServer: Server }).httpServer.address() as AddressInfo
    bucketUrl = `http://127.0.0.1:${port}/photos`
  })

  afterAll(() => server.close())

  keepsWhatItIsGiven(() => new S3BlobStore(settings()))

  it('says when an object was altered', async () => {
    const bytes = randomBytes(64)
    const store = new S3BlobStore(settings())
    const address = await store.put(bytes)
    const file = filesIn(join(folder, 's3')).find(
      (name) => name.includes(address) && readFileSync(name).equals(bytes),
    )
    writeFileSync(file!, randomBytes(64))
    await expect(store.get(address)).rejects.toThrow()
  })

  // This server knows its keys by name, but does not check signatures of version 4.
  it('is refused with an unknown key: nothing is stored, and the caller hears of it', async () => {
    const store = new S3BlobStore({ ...settings(), accessKeyId: 'guessed' })
    await expect(store.put(randomBytes(10))).rejects.toThrow('403')
  })
})
