import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SessionService } from '../src/modules/accounts/session.service.js'
import { HandInKeys } from '../src/platform/crypto/hand-in-keys.js'
import { generateKeyFile, KeyRing, withNewHandInKey } from '../src/platform/crypto/key-ring.js'
import { createTestApp, type TestApp } from './support/app.js'
import { handIn, plainHandIn, sealed, takeIn } from './support/hand-ins.js'
import { aPhoto, declare, look } from './support/photos.js'
import {
  anActivity,
  aTalk,
  countRows,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const TOWN = VILLAGE_A.slice(0, 9)

describe('交镇禁毒办的文件 — 发不出去的记录', () => {
  let test: TestApp
  let office: SignedIn
  let worker: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    office = await signIn(test, { name: '陈主任', role: 'town-office', areaCode: TOWN })
    worker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
  })

  afterAll(() => test.close())

  const item = (record: object) => ({ id: uuidv7(), ...record })
  const audits = (objectId: string) =>
    test.database.dataSource.query(
      'SELECT action, actor_account_id AS actor, details FROM audit_entry WHERE object_id = ? ORDER BY id',
      [objectId],
    )

  it('is received record by record, under the name of whoever wrote it', async () => {
    const { personId } = await register(test, worker)
    const talk = item(aTalk(personId, { payload: { note: '近来情绪平稳' } }))
    const broken = item(anActivity({ payload: { attendance: -1 } }))
    const activity = item(anActivity())
    const { status, body } = await takeIn(
      test,
      office,
      await handIn(test, worker, { records: [talk, broken, activity] }),
    )
    expect(status).toBe(200)
    expect(body.writer).toEqual({ name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    expect(body.records.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'received',
      'refused',
      'received',
    ])
    expect(body.records[0]).toMatchObject({ kind: 'talk', occurredOn: '2026-11-20', areaCode: VILLAGE_A })
    expect(body.records[0].receiptNo).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(body.records[1].reason).toMatch(/人数/)
    // The office that carries the file sees what kind of work it was, not what was written about a person.
    expect(JSON.stringify(body)).not.toContain('情绪')

    const kept = await send(test, worker, 'GET', `/api/records/${talk.id}`)
    expect(kept.body.submittedBy).toEqual({ accountId: worker.accountId, role: 'case-worker' })
    expect(kept.body.text).toEqual({ note: '近来情绪平稳' })
  })

  it('doubles nothing: the file may come twice, and the phone may send the same records later', async () => {
    const record = item(anActivity())
    const file = await handIn(test, worker, { records: [record] })
    expect((await takeIn(test, office, file)).body.records[0].outcome).toBe('received')
    const before = (await countRows(test)).record
    expect((await takeIn(test, office, file)).body.records[0].outcome).toBe('known')
    const { id, ...sent } = record
    expect(
      (await putRecord(test, worker, id, { ...sent, deviceTime: '2026-11-22T09:00:00.000Z' })).status,
    ).toBe(200)
    expect((await countRows(test)).record).toBe(before)
  })

  it('says a record is there already when the phone was faster', async () => {
    const { id, ...sent } = item(anActivity())
    await putRecord(test, worker, id, sent)
    const { body } = await takeIn(test, office, await handIn(test, worker, { records: [{ id, ...sent }] }))
    expect(body.records).toMatchObject([{ id, outcome: 'known' }])
  })

  it('keeps in the audit who wrote, who took in, and through which file each record came', async () => {
    const record = item(anActivity())
    await takeIn(test, office, await handIn(test, worker, { records: [record] }))
    const entries = await audits(record.id)
    expect(entries.map(({ action, actor }: { action: string; actor: string }) => [action, actor])).toEqual([
      ['record.submitted', worker.accountId],
      ['record.handedIn', office.accountId],
    ])
    const { handIn: fileHash } = JSON.parse(entries[1].details)
    const [opened] = await audits(fileHash)
    expect(opened).toMatchObject({ action: 'handIn.opened', actor: office.accountId })
    expect(JSON.parse(opened.details)).toMatchObject({ writer: worker.accountId, records: [record.id] })
  })

  it('lets a record wait for a second person as if the phone had sent it', async () => {
    const beforeTheLedger = item(anActivity({ occurredOn: '2025-12-10' }))
    const { body } = await takeIn(test, office, await handIn(test, worker, { records: [beforeTheLedger] }))
    expect(body.records).toMatchObject([{ outcome: 'received', waits: true }])
  })

  it('brings the photos along, and the phone need not send them again', async () => {
    const bytes = await aPhoto()
    const photo = { id: uuidv7(), bytes }
    const stray = { id: uuidv7(), bytes: await aPhoto({ width: 64, height: 48 }) }
    const record = item(anActivity({ payload: { photos: [photo.id] } }))
    const { body } = await takeIn(
      test,
      office,
      await handIn(test, worker, { records: [record], photos: [photo, stray] }),
    )
    expect(body.photos).toEqual({ stored: 1, left: 1 })
    expect((await look(test, worker, photo.id)).status).toBe(200)
    expect((await declare(test, worker, photo.id, bytes)).body).toMatchObject({
      state: 'stored',
      missing: [],
    })
  })

  it('takes nothing for areas that the writer does not work in', async () => {
    const records = [item(anActivity({ areaCode: VILLAGE_B })), item(anActivity({ areaCode: REAL_VILLAGE }))]
    const { body } = await takeIn(test, office, await handIn(test, worker, { records }))
    expect(body.records.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'refused'])
  })

  describe('什么都不收', () => {
    const expectNothing = async (file: Buffer, code: string, who = office) => {
      const before = await countRows(test)
      const answer = await takeIn(test, who, file)
      expect(answer.body.code).toBe(code)
      expect(await countRows(test)).toEqual(before)
      return answer
    }
    const one = () => ({ records: [item(anActivity())] })

    it('from a writer of another town', async () => {
      const stranger = await signIn(test, { name: '外镇', role: 'case-worker', areaCode: REAL_VILLAGE })
      const { status } = await expectNothing(await handIn(test, stranger, one()), 'HAND_IN_OTHER_TOWN')
      expect(status).toBe(403)
    })

    it('whose appointment has ended, or is somebody else’s, or never was', async () => {
      const gone = await signIn(test, { name: '离任', role: 'grid-worker', areaCode: VILLAGE_A })
      const file = await handIn(test, gone, one())
      await test.database.dataSource.query(
        `UPDATE appointment SET to_on = '2026-11-22', ended_at = '2026-11-22 08:00:00.000' WHERE id = ?`,
        [gone.actor.appointmentId],
      )
      await expectNothing(file, 'HAND_IN_UNPROVEN')
      for (const appointmentId of [office.actor.appointmentId, uuidv7()])
        await expectNothing(
          await handIn(test, worker, { ...one(), content: { appointmentId } }),
          'HAND_IN_UNPROVEN',
        )
    })

    it('from a phone that was reported lost', async () => {
      const lost = await signIn(test, { name: '丢手机', role: 'grid-worker', areaCode: VILLAGE_A })
      const file = await handIn(test, lost, one())
      await test.database.dataSource.query(
        `UPDATE session SET revoked_at = '2026-11-22 08:00:00.000', revoked_for = 'operator' WHERE id = ?`,
        [lost.actor.sessionId],
      )
      await expectNothing(file, 'HAND_IN_UNPROVEN')
    })

    it('in another’s name: the ticket of one session proves no other', async () => {
      const other = await signIn(test, { name: '同事', role: 'case-worker', areaCode: VILLAGE_A })
      const { sessionId, appointmentId } = other.actor
      const forged = await handIn(test, worker, { ...one(), content: { sessionId, appointmentId } })
      await expectNothing(forged, 'HAND_IN_UNPROVEN')
    })

    it('when its content was changed after the phone had written it', async () => {
      const plain = plainHandIn(test, worker, one())
      const changed = Buffer.from(
        plain.toString('latin1').replace('"attendance":35', '"attendance":99'),
        'latin1',
      )
      expect(changed).not.toEqual(plain)
      await expectNothing(await sealed(changed, test.app.get(HandInKeys)), 'HAND_IN_UNPROVEN')
    })

    it('when a byte of the file was changed, or the end is missing', async () => {
      const file = await handIn(test, worker, one())
      const flipped = Buffer.from(file)
      flipped[file.length - 20]! ^= 1
      await expectNothing(flipped, 'HAND_IN_DAMAGED')
      await expectNothing(file.subarray(0, -1), 'HAND_IN_DAMAGED')
    })

    it('that was sealed to another server', async () => {
      const others = new HandInKeys(new KeyRing(generateKeyFile(true)))
      await expectNothing(await handIn(test, worker, { ...one(), keys: others }), 'HAND_IN_OTHER_SERVER')
    })

    it('that is no such file, has many recipients, or holds something else', async () => {
      const keys = test.app.get(HandInKeys)
      const many = Buffer.from(
        `age-encryption.org/v1\n${`-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`.repeat(1_000)}--- ${'A'.repeat(43)}\n`,
      )
      for (const file of [randomBytes(4_000), Buffer.from('{}'), many])
        await expectNothing(file, 'HAND_IN_UNREADABLE')
      for (const plain of [Buffer.alloc(0), Buffer.alloc(36), randomBytes(2_000)])
        await expectNothing(await sealed(plain, keys), 'HAND_IN_UNREADABLE')
      for (const content of [{ format: 'dfv-hand-in@2' }, { records: [] }, { sessionId: 'x' }])
        await expectNothing(await handIn(test, worker, { ...one(), content }), 'HAND_IN_UNREADABLE')
      const files = [{ id: uuidv7(), sha256: 'a'.repeat(64), bytes: 10_000_000 }]
      await expectNothing(await handIn(test, worker, { ...one(), content: { files } }), 'HAND_IN_UNREADABLE')
    })

    it('that is larger than a phone makes it', async () => {
      const { status } = await takeIn(test, office, randomBytes(12 * 1024 * 1024 + 1))
      expect(status).toBe(413)
    })

    it('from anybody but the town office', async () => {
      const file = await handIn(test, worker, one())
      await expectNothing(file, 'FORBIDDEN', worker)
    })
  })

  it('believes a phone for a month after its session ran out, and no longer', async () => {
    const remote = await signIn(test, { name: '山里', role: 'grid-worker', areaCode: VILLAGE_A })
    const file = await handIn(test, remote, { records: [item(anActivity())] })
    const now = test.clock.now()
    const daysLater = (days: number) => test.clock.set(new Date(now.getTime() + days * 86_400_000))
    try {
      daysLater(61)
      expect((await takeIn(test, await fresh(office), file)).body.code).toBe('HAND_IN_UNPROVEN')
      daysLater(59)
      expect((await takeIn(test, await fresh(office), file)).body.records[0].outcome).toBe('received')
    } finally {
      test.clock.set(now)
    }
  })

  /** The office signs in anew each time; only the village was out of reach. */
  const fresh = async (who: SignedIn): Promise<SignedIn> => {
    await test.database.dataSource.query(`UPDATE session SET expires_at = '2030-01-01' WHERE id = ?`, [
      who.actor.sessionId,
    ])
    return renew(test, who)
  }

  it('opens what was sealed to an older key, and phones get the newest one', async () => {
    const first = generateKeyFile(true)
    const [old, rotated] = [first, withNewHandInKey(first)].map((file) => new HandInKeys(new KeyRing(file)))
    const grants = [old, rotated].map((keys) => keys!.grantFor('session'))
    expect(grants.map((grant) => grant?.keyId)).toEqual([1, 2])
    expect(grants[0]?.publicKey).not.toBe(grants[1]?.publicKey)
    const { openHandIn } = await import('../src/modules/hand-ins/hand-in-file.js')
    const file = await handIn(test, worker, { records: [item(anActivity())], keys: old })
    expect((await openHandIn(rotated!, file)).records).toHaveLength(1)
    await expect(openHandIn(new HandInKeys(new KeyRing(generateKeyFile(true))), file)).rejects.toThrow(
      'HAND_IN_OTHER_SERVER',
    )
  })

  it('gives the key and the ticket with every session of somebody who works, and to nobody else', async () => {
    const session = async (who: SignedIn) => {
      const { refreshToken } = await test.database.dataSource.transaction((tx) =>
        test.app.get(SessionService).open(tx, who.accountId, 'weapp'),
      )
      const response = await test.app.inject({
        method: 'POST',
        url: '/api/session/refresh',
        headers: { 'x-client': 'weapp' },
        payload: { refreshToken },
      })
      return response.json()
    }
    const given = (await session(worker)).handIn
    expect(given.keyId).toBe(1)
    expect(Buffer.from(given.publicKey, 'base64')).toHaveLength(32)
    expect(given.ticket).not.toBe((await session(worker)).handIn.ticket)
    expect((await session(await signIn(test, { name: '群众' }))).handIn).toBeUndefined()
  })
})
