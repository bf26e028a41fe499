import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AttachmentSweep } from '../src/modules/attachments/attachment-sweep.js'
import { IdentityService } from '../src/modules/registers/identity.service.js'
import { sha256 } from '../src/platform/crypto/sealer.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import {
  aBomb,
  aPhoto,
  aScan,
  CHUNK,
  complete,
  declare,
  look,
  piece,
  putChunk,
  upload,
} from './support/photos.js'
import {
  anActivity,
  aTalk,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const DAY_MS = 86_400_000
const NO_ID = '019ab3c2-7c3f-7000-8000-00000000dead'

describe('photos and scans', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dfv-attachments-'))
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let neighbour: SignedIn
  let townOffice: SignedIn
  let assessor: SignedIn

  beforeAll(async () => {
    test = await createTestApp({ DATA_DIR: folder })
    await makeAreas(test)
    const at = (name: string, role: never, areaCode: string) => signIn(test, { name, role, areaCode })
    secretary = await at('陈书记', 'village-secretary' as never, VILLAGE_A)
    caseWorker = await at('林专干', 'case-worker' as never, VILLAGE_A)
    neighbour = await at('邻村书记', 'village-secretary' as never, VILLAGE_B)
    townOffice = await at('镇禁毒办', 'town-office' as never, VILLAGE_A.slice(0, 9))
    assessor = await at('考评员', 'county-assessor' as never, VILLAGE_A.slice(0, 6))
  })

  afterEach(() => test.clock.set(TEST_NOW))

  afterAll(async () => {
    await test.close()
    rmSync(folder, { recursive: true })
  })

  const rows = (sql: string, values: unknown[] = []) => test.database.dataSource.query(sql, values)
  const stored = (): string[] =>
    readdirSync(join(folder, 'attachments'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, 'attachments', name))
      .filter((name) => statSync(name).isFile())

  /** An activity that names photos. */
  async function activityWith(photos: string[], who = secretary, over = {}): Promise<string> {
    const id = uuidv7()
    const { status, body } = await putRecord(test, who, id, anActivity({ ...over, payload: { photos } }))
    if (status !== 201) throw new Error(`the record was answered ${status} ${JSON.stringify(body)}`)
    return id
  }

  async function talkWith(photos: string[]): Promise<{ personId: string; recordId: string }> {
    const { personId } = await register(test, secretary, { identity: { name: `王${photos[0]}` } })
    const recordId = uuidv7()
    const { status } = await putRecord(test, caseWorker, recordId, aTalk(personId, { payload: { photos } }))
    expect(status).toBe(201)
    return { personId, recordId }
  }

  describe('on their way', () => {
    it('a record is accepted before its photos, and says that they are still to come', async () => {
      const id = uuidv7()
      const recordId = await activityWith([id])
      const open = () => send(test, secretary, 'GET', `/api/records/${recordId}`)
      expect((await open()).body).toMatchObject({
        reviewState: 'accepted',
        payload: { photos: [id] },
        attachments: [{ id, state: 'awaited' }],
      })
      expect((await look(test, secretary, id)).status).toBe(404)
      expect((await upload(test, secretary, id, await aPhoto())).body).toEqual({
        id,
        state: 'stored',
        chunkBytes: CHUNK,
        missing: [],
      })
      expect((await open()).body.attachments).toEqual([
        { id, state: 'stored', mime: 'image/jpeg', width: 480, height: 640 },
      ])
    })

    it('goes on where it stopped, in any order, and takes a piece twice', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto({ width: 1000, height: 800 })
      const count = Math.ceil(file.length / CHUNK)
      expect(count).toBeGreaterThan(3)
      const all = Array.from({ length: count }, (_, index) => index)
      expect((await declare(test, secretary, id, file)).body).toMatchObject({
        state: 'partial',
        missing: all,
      })
      expect((await putChunk(test, secretary, id, 2, piece(file, 2))).status).toBe(204)
      expect((await putChunk(test, secretary, id, 0, piece(file, 0))).status).toBe(204)
      expect((await putChunk(test, secretary, id, 0, piece(file, 0))).status).toBe(204)
      expect((await complete(test, secretary, id)).body.code).toBe('ATTACHMENT_INCOMPLETE')
      // The phone was killed; it asks what is missing, with a new token.
      const again = await declare(test, renew(test, secretary), id, file)
      expect(again.body.missing).toEqual(all.filter((index) => index !== 0 && index !== 2))
      for (const index of again.body.missing) await putChunk(test, secretary, id, index, piece(file, index))
      expect((await complete(test, secretary, id)).body.state).toBe('stored')
      // The answer was lost: everything may be asked again.
      expect((await complete(test, secretary, id)).body.state).toBe('stored')
      expect((await declare(test, secretary, id, file)).body).toMatchObject({ state: 'stored', missing: [] })
      expect((await putChunk(test, secretary, id, 1, piece(file, 1))).status).toBe(204)
      expect(await rows('SELECT * FROM attachment_chunk WHERE attachment_id = ?', [id])).toEqual([])
    })

    it('keeps one photo when two requests complete it at the same moment', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto()
      const { body } = await declare(test, secretary, id, file)
      for (const index of body.missing) await putChunk(test, secretary, id, index, piece(file, index))
      const answers = await Promise.all([1, 2, 3].map(() => complete(test, secretary, id)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      const audit = await rows(
        `SELECT * FROM audit_entry WHERE action = 'attachment.stored' AND object_id = ?`,
        [id],
      )
      expect(audit).toHaveLength(1)
    })

    it('the same id with other content is a conflict, before and after it is complete', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto()
      await declare(test, secretary, id, file)
      const other = await aPhoto({ width: 100 })
      expect(await declare(test, secretary, id, other)).toMatchObject({
        status: 409,
        body: { code: 'ATTACHMENT_CONFLICT' },
      })
      await upload(test, secretary, id, file)
      expect((await declare(test, secretary, id, other)).status).toBe(409)
    })

    it('what was damaged on its way is not kept, and starts anew', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto()
      await declare(test, secretary, id, file)
      const count = Math.ceil(file.length / CHUNK)
      for (let index = 0; index < count; index++) {
        const bytes = Buffer.from(piece(file, index))
        if (index === 0) bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000)
        await putChunk(test, secretary, id, index, bytes)
      }
      expect((await complete(test, secretary, id)).body.code).toBe('ATTACHMENT_DAMAGED')
      expect((await upload(test, secretary, id, file)).body.state).toBe('stored')
    })

    it.each([
      ['an empty piece', 0, Buffer.alloc(0)],
      ['a short piece in the middle', 0, Buffer.alloc(1000)],
      ['a piece that is too long', 1, Buffer.alloc(CHUNK + 1)],
      ['a piece after the last', 70, Buffer.alloc(10)],
    ])('refuses %s', async (_, index, bytes) => {
      const id = uuidv7()
      await activityWith([id])
      await declare(test, secretary, id, await aPhoto({ width: 1000, height: 800 }))
      const { status, body } = await putChunk(test, secretary, id, index, bytes)
      expect([status, body.code]).toEqual([422, 'ATTACHMENT_CHUNK_WRONG'])
    })

    it('takes bytes on no other route', async () => {
      const response = await test.app.inject({
        method: 'PUT',
        url: `/api/records/${uuidv7()}`,
        headers: { ...secretary.headers, 'content-type': 'application/octet-stream' },
        payload: Buffer.alloc(10),
      })
      expect(response.statusCode).toBe(415)
    })

    it('says at once when a file is over ten megabytes', async () => {
      const id = uuidv7()
      await activityWith([id])
      const { status, body } = await send(test, secretary, 'PUT', `/api/attachments/${id}`, {
        sha256: 'a'.repeat(64),
        bytes: 10 * 1024 * 1024 + 1,
      })
      expect([status, body.errors[0].text]).toEqual([422, '这个文件超过10兆，请缩小后再传。'])
    })

    it('stops an account that sends hundreds a day, and lets it go on the next day', async () => {
      const machine = await signIn(test, { name: '机器', role: 'case-worker', areaCode: VILLAGE_A })
      const id = uuidv7()
      await activityWith([id], machine)
      await rows(
        `INSERT INTO attachment (id, area_code, record_id, subject_id, is_sealed, account_id, state, declared_bytes, declared_at, changed_at)
         SELECT UUID(), ?, ?, ?, 0, ?, 'stored', 1, ?, ? FROM (SELECT 1 FROM information_schema.columns LIMIT 300) AS many`,
        [VILLAGE_A, uuidv7(), VILLAGE_A, machine.accountId, new Date(TEST_NOW), new Date(TEST_NOW)],
      )
      const file = await aPhoto()
      const refused = await declare(test, machine, id, file)
      expect([refused.status, refused.body.code]).toEqual([429, 'ATTACHMENT_TOO_MANY'])
      test.clock.advance(DAY_MS + 1)
      expect((await declare(test, renew(test, machine), id, file)).status).toBe(200)
    })
  })

  describe('what is kept', () => {
    it('tells no place, time or phone, stands upright, and has a thumb', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto({ width: 3000, height: 1500 })
      expect((await sharp(file).metadata()).exif?.toString('latin1')).toContain('PhoneMaker')
      expect(file.includes('Exif\0\0')).toBe(true)
      await upload(test, secretary, id, file)
      const full = await look(test, secretary, id)
      const thumb = await look(test, secretary, id, '?size=thumb')
      for (const { bytes } of [full, thumb]) {
        const metadata = await sharp(bytes).metadata()
        expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual(Array(4).fill(undefined))
        // Long enough not to stand in a picture by chance: three letters do, once in some dozens of pictures.
        for (const trace of ['Exif\0\0', 'exif:GPS', 'PhoneMaker', '2026:11:20'])
          expect(bytes.includes(trace)).toBe(false)
      }
      expect(await sharp(full.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1024, height: 2048 })
      expect(await sharp(thumb.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 160, height: 320 })
    })

    it.each(['png', 'webp'] as const)('a %s becomes a JPEG', async (format) => {
      const id = uuidv7()
      await activityWith([id])
      await upload(test, secretary, id, await aPhoto({ format, width: 300, height: 200 }))
      const { headers, bytes } = await look(test, secretary, id)
      expect(headers['content-type']).toBe('image/jpeg')
      expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    })

    it('the same photo of two village records is kept once', async () => {
      const file = await aPhoto({ width: 111, height: 99 })
      const ids = [uuidv7(), uuidv7()]
      for (const id of ids) {
        await activityWith([id])
        await upload(test, secretary, id, file)
      }
      const kept = await rows('SELECT DISTINCT blob_hash AS hash FROM attachment WHERE id IN (?, ?)', ids)
      expect(kept).toHaveLength(1)
      expect(stored().filter((name) => name.endsWith(kept[0].hash))).toHaveLength(1)
    })

    it('a PDF is kept as it is, but for what its photos tell of the shot', async () => {
      const id = uuidv7()
      await activityWith([id])
      const scan = aScan(await aPhoto())
      expect(scan.includes('PhoneMaker')).toBe(true)
      await upload(test, secretary, id, scan)
      const { headers, bytes } = await look(test, secretary, id)
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${id.slice(-12)}.pdf"`,
      })
      expect(bytes.length).toBe(scan.length)
      for (const trace of ['PhoneMaker', 'Exif', '2026:11:20']) expect(bytes.includes(trace)).toBe(false)
      expect((await look(test, secretary, id, '?size=thumb')).status).toBe(404)
    })

    it.each([
      [
        'a page that calls itself a photo',
        Buffer.from('<html><script>alert(1)</script></html>'),
        'ATTACHMENT_TYPE',
      ],
      [
        'a drawing that can hold a script',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        'ATTACHMENT_TYPE',
      ],
      [
        'a picture only the phone that took it can open',
        Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'),
        'ATTACHMENT_HEIC',
      ],
      [
        'a JPEG that ends after its head',
        Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
        'ATTACHMENT_BROKEN',
      ],
      ['half a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n'), 'ATTACHMENT_BROKEN'],
    ])('refuses %s, once and for all', async (_, file, code) => {
      const id = uuidv7()
      const recordId = await activityWith([id])
      const { status, body } = await upload(test, secretary, id, file)
      expect([status, body.code]).toEqual([422, code])
      expect(body.title).toMatch(/。$/)
      expect((await complete(test, secretary, id)).body.code).toBe(code)
      expect((await send(test, secretary, 'GET', `/api/records/${recordId}`)).body).toMatchObject({
        reviewState: 'accepted',
        attachments: [{ id, state: 'refused' }],
      })
      expect((await look(test, secretary, id)).status).toBe(404)
      expect(await rows('SELECT * FROM attachment_chunk WHERE attachment_id = ?', [id])).toEqual([])
    })

    it('refuses a small file that would fill the memory with pixels, before it decodes any', async () => {
      const bomb = aBomb(16_000)
      expect(bomb.length).toBeLessThan(100_000)
      expect(await sharp(bomb, { limitInputPixels: false }).metadata()).toMatchObject({ width: 16_000 })
      const id = uuidv7()
      await activityWith([id])
      const before = process.memoryUsage().rss
      const { body } = await upload(test, secretary, id, bomb)
      expect(body.code).toBe('ATTACHMENT_TOO_LARGE')
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    })
  })

  describe('about a person', () => {
    it('no byte of it lies open, neither while it arrives nor afterwards', async () => {
      const id = uuidv7()
      const { personId } = await talkWith([id])
      const file = await aPhoto({ width: 500, height: 400 })
      await declare(test, caseWorker, id, file)
      await putChunk(test, caseWorker, id, 0, piece(file, 0))
      const [chunk] = await rows('SELECT bytes FROM attachment_chunk WHERE attachment_id = ?', [id])
      expect(chunk.bytes.includes(file.subarray(0, 64))).toBe(false)
      await upload(test, caseWorker, id, file)
      const [row] = await rows('SELECT blob_hash, thumb_hash FROM attachment WHERE id = ?', [id])
      for (const hash of [row.blob_hash, row.thumb_hash]) {
        const kept = readFileSync(stored().find((name) => name.endsWith(hash)) as string)
        expect(sha256(kept)).toBe(hash)
        expect(kept.includes('JFIF')).toBe(false)
        await expect(sharp(kept).metadata()).rejects.toThrow()
      }
      const { bytes } = await look(test, caseWorker, id)
      expect((await sharp(bytes).metadata()).format).toBe('jpeg')
      // Dropping the key makes the stored files noise.
      await test.app.get(IdentityService).erase(test.database.dataSource.manager, personId)
      expect((await look(test, caseWorker, id)).status).toBe(404)
    })

    it('each look is noted, with whose it was, and stays on no device', async () => {
      const id = uuidv7()
      const { personId, recordId } = await talkWith([id])
      await upload(test, caseWorker, id, await aPhoto())
      const { headers } = await look(test, townOffice, id, '?size=thumb')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers.etag).toBeUndefined()
      const [entry] = await rows(
        `SELECT * FROM audit_entry WHERE action = 'attachment.opened' AND object_id = ?`,
        [id],
      )
      expect(entry.actor_account_id).toBe(townOffice.accountId)
      expect(JSON.parse(entry.details)).toMatchObject({ recordId, subjectId: personId, size: 'thumb' })
    })

    it('the same photo of two persons shares nothing, so that neither tells of the other', async () => {
      const file = await aPhoto({ width: 70, height: 70 })
      const ids = [uuidv7(), uuidv7()]
      for (const id of ids) {
        await talkWith([id])
        await upload(test, caseWorker, id, file)
      }
      expect(await rows('SELECT DISTINCT blob_hash FROM attachment WHERE id IN (?, ?)', ids)).toHaveLength(2)
    })

    it('a restricted file hides its photos with it', async () => {
      const id = uuidv7()
      const { personId } = await talkWith([id])
      await upload(test, caseWorker, id, await aPhoto())
      await rows(`UPDATE subject SET readers = ',town-office,' WHERE id = ?`, [personId])
      expect((await look(test, caseWorker, id)).status).toBe(404)
      expect((await look(test, townOffice, id)).status).toBe(200)
    })
  })

  describe('who may', () => {
    it('only the account whose record names it sends it', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto()
      for (const who of [caseWorker, neighbour, townOffice])
        expect((await declare(test, who, id, file)).status).toBe(404)
      expect((await declare(test, assessor, id, file)).status).toBe(403)
      await declare(test, secretary, id, file)
      expect((await putChunk(test, caseWorker, id, 0, piece(file, 0))).status).toBe(404)
      expect((await complete(test, caseWorker, id)).status).toBe(404)
    })

    it('a foreign id answers like none', async () => {
      const id = uuidv7()
      await activityWith([id])
      await upload(test, secretary, id, await aPhoto())
      const body = (answer: { bytes: Buffer }) => {
        const { instance: _, ...rest } = JSON.parse(answer.bytes.toString())
        return rest
      }
      const foreign = await look(test, neighbour, id)
      const absent = await look(test, neighbour, NO_ID)
      expect(foreign.status).toBe(404)
      expect(body(foreign)).toEqual(body(absent))
      const file = await aPhoto()
      const declaredForeign = await declare(test, neighbour, id, file)
      const declaredAbsent = await declare(test, neighbour, NO_ID, file)
      expect({ ...declaredForeign.body, instance: '' }).toEqual({ ...declaredAbsent.body, instance: '' })
    })

    it('a record cannot take the photo of another record, and nothing of it is stored', async () => {
      const id = uuidv7()
      await activityWith([id])
      const thief = uuidv7()
      const { status, body } = await putRecord(
        test,
        neighbour,
        thief,
        anActivity({ areaCode: VILLAGE_B, payload: { photos: [id] } }),
      )
      expect([status, body.code, body.params]).toEqual([409, 'ATTACHMENT_CONFLICT', undefined])
      expect(await rows('SELECT id FROM record WHERE id = ?', [thief])).toEqual([])
      expect((await look(test, neighbour, id)).status).toBe(404)
    })

    it('a colleague’s correction keeps the photos and may add one of his own', async () => {
      const [first, second] = [uuidv7(), uuidv7()]
      const recordId = await activityWith([first], caseWorker)
      const corrected = anActivity({
        revision: 2,
        replaces: 1,
        payload: { photos: [first, second], attendance: 40 },
      })
      expect((await putRecord(test, secretary, recordId, corrected)).status).toBe(201)
      expect((await upload(test, caseWorker, first, await aPhoto())).body.state).toBe('stored')
      expect((await upload(test, secretary, second, await aPhoto())).body.state).toBe('stored')
      const { body } = await send(test, caseWorker, 'GET', `/api/records/${recordId}`)
      expect(body.attachments.map(({ state }: { state: string }) => state)).toEqual(['stored', 'stored'])
    })

    it('the demo takes no photo for a real village', async () => {
      const real = await signIn(test, {
        name: '真村书记',
        role: 'village-secretary',
        areaCode: REAL_VILLAGE,
      })
      const id = uuidv7()
      await rows(
        `INSERT INTO attachment (id, area_code, record_id, subject_id, is_sealed, account_id, state, changed_at) VALUES (?, ?, ?, ?, 0, ?, 'awaited', ?)`,
        [id, REAL_VILLAGE, uuidv7(), REAL_VILLAGE, real.accountId, new Date(TEST_NOW)],
      )
      expect((await declare(test, real, id, await aPhoto())).status).toBe(404)
    })
  })

  describe('in a browser', () => {
    it('runs nothing, guesses no type, and may only be looked at', async () => {
      const id = uuidv7()
      await activityWith([id])
      await upload(test, secretary, id, await aPhoto())
      const { headers } = await look(test, secretary, id)
      expect(headers).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'content-disposition': `inline; filename="${id.slice(-12)}.jpg"`,
        'cross-origin-resource-policy': 'same-origin',
      })
    })

    it('a village’s photo is not sent twice, but its reader is asked for each time', async () => {
      const id = uuidv7()
      await activityWith([id])
      await upload(test, secretary, id, await aPhoto())
      const { headers } = await look(test, secretary, id)
      expect(headers['cache-control']).toBe('private, no-cache')
      const known = { 'if-none-match': headers.etag as string }
      expect((await look(test, secretary, id, '', known)).status).toBe(304)
      expect((await look(test, neighbour, id, '', known)).status).toBe(404)
    })

    it('says that a photo cannot be opened any more, when its file was altered', async () => {
      const id = uuidv7()
      await activityWith([id])
      await upload(test, secretary, id, await aPhoto({ width: 33, height: 44 }))
      const [row] = await rows('SELECT blob_hash FROM attachment WHERE id = ?', [id])
      const file = stored().find((name) => name.endsWith(row.blob_hash)) as string
      const bytes = readFileSync(file)
      writeFileSync(file, Buffer.concat([bytes, Buffer.from('!')]))
      const answer = await look(test, secretary, id)
      expect([answer.status, JSON.parse(answer.bytes.toString()).code]).toEqual([500, 'ATTACHMENT_LOST'])
      writeFileSync(file, bytes)
    })
  })

  describe('the sweep', () => {
    const sweep = () => test.app.get(AttachmentSweep).run()

    beforeEach(async () => {
      test.clock.advance(8 * DAY_MS)
      await sweep()
      test.clock.set(TEST_NOW)
    })

    it('clears what stopped arriving a week ago; the phone may still send it from the beginning', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto({ width: 1000, height: 800 })
      await declare(test, secretary, id, file)
      await putChunk(test, secretary, id, 0, piece(file, 0))
      test.clock.advance(7 * DAY_MS)
      expect((await sweep()).uploads).toBe(0)
      test.clock.advance(1)
      expect((await sweep()).uploads).toBe(1)
      expect(await rows('SELECT * FROM attachment_chunk WHERE attachment_id = ?', [id])).toEqual([])
      expect((await upload(test, renew(test, secretary), id, file)).body.state).toBe('stored')
    })

    it('clears files that no record came to use, and leaves those that one does', async () => {
      const id = uuidv7()
      await activityWith([id])
      const file = await aPhoto({ width: 55, height: 55 })
      await upload(test, secretary, id, file)
      const inUse = stored().length
      const lost = uuidv7()
      await activityWith([lost])
      await upload(test, secretary, lost, await aPhoto({ width: 56, height: 56 }))
      // As a crash between the store and the database leaves it.
      await rows(
        `UPDATE attachment SET state = 'awaited', declared_hash = NULL, blob_hash = NULL, thumb_hash = NULL WHERE id = ?`,
        [lost],
      )
      test.clock.advance(7 * DAY_MS + 1)
      expect((await sweep()).files).toBe(2)
      expect(stored()).toHaveLength(inUse)
      expect((await look(test, renew(test, secretary), id)).status).toBe(200)
    })
  })
})

describe('photos in an S3 bucket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dfv-bucket-'))
  const startBucket = async (port: number) => {
    const bucket = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'photos', configs: [] }],
    })
    await bucket.run()
    const { httpServer } = bucket as unknown as { httpServer: Server }
    return { bucket, port: (httpServer.address() as AddressInfo).port }
  }
  let test: TestApp
  let bucket: S3rver
  let port: number

  beforeAll(async () => {
    ;({ bucket, port } = await startBucket(0))
    test = await createTestApp({
      S3_BUCKET_URL: `http://127.0.0.1:${port}/photos`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    })
    await makeAreas(test)
  })

  afterAll(async () => {
    await test.close()
    await bucket.close()
    rmSync(folder, { recursive: true })
  })

  it('arrives and is shown alike; while the bucket is away it waits, and nothing has to be sent again', async () => {
    const secretary = await signIn(test, {
      name: '陈书记',
      role: 'village-secretary',
      areaCode: VILLAGE_A,
    })
    const [first, second] = [uuidv7(), uuidv7()]
    const record = anActivity({ payload: { photos: [first, second] } })
    expect((await putRecord(test, secretary, uuidv7(), record)).status).toBe(201)
    expect((await upload(test, secretary, first, await aPhoto())).body.state).toBe('stored')
    const { bytes } = await look(test, secretary, first)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 640 })

    await bucket.close()
    const file = await aPhoto()
    expect((await upload(test, secretary, second, file)).status).toBe(500)
    const answer = await look(test, secretary, first)
    expect(JSON.parse(answer.bytes.toString()).title).toMatch(/请稍后再试/)
    expect((await declare(test, secretary, second, file)).body).toMatchObject({
      state: 'partial',
      missing: [],
    })
    ;({ bucket } = await startBucket(port))
    expect((await complete(test, secretary, second)).body.state).toBe('stored')
    expect((await look(test, secretary, second)).status).toBe(200)
  })
})
