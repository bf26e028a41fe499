import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerReader } from '../src/modules/records/ledger-reader.js'
import { Transactions } from '../src/platform/database/transactions.js'
import type { TestApp } from './support/app.js'
import { aPerson, type ImportTown, makeImportTown, withStatus } from './support/import-town.js'
import { type Answer, aRegistration, countRows, putRecord, VILLAGE_A, VILLAGE_B } from './support/records.js'
import type { SignedIn } from './support/sign-in.js'
import { bytesOf, fillIn, templateOf, upload, uploadFile } from './support/tables.js'

describe('一张表：全部写入，或都不写', () => {
  let place: ImportTown
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let neighbour: SignedIn
  let town: SignedIn

  beforeAll(async () => {
    place = await makeImportTown()
    ;({ test, secretary, caseWorker, neighbour, town } = place)
  })

  afterAll(() => test?.close())

  const confirm: ImportTown['confirm'] = (who, uploaded) => place.confirm(who, uploaded)
  const sql: ImportTown['sql'] = (text, values) => place.sql(text, values)

  it('writes nothing when one record is refused at the last moment', async () => {
    const answer = await upload(test, secretary, 'persons', [
      aPerson('卅一'),
      aPerson('卅二'),
      aPerson('卅三'),
    ])
    // Somebody registers the last of them on the phone before the table is confirmed.
    await putRecord(test, caseWorker, uuidv7(), aRegistration(uuidv7(), { identity: { name: '卅三' } }))
    const before = await countRows(test)
    const refused = await confirm(secretary, answer)
    expect(refused).toMatchObject({ status: 409, body: { code: 'IMPORT_CHANGED' } })
    expect(await countRows(test)).toEqual(before)
  })

  it('writes once when it is confirmed twice at the same moment', async () => {
    const answer = await upload(test, secretary, 'persons', [aPerson('卅四'), aPerson('卅五', withStatus)])
    const before = await countRows(test)
    const both = await Promise.all([
      confirm(secretary, answer),
      confirm(secretary, answer),
      confirm(secretary, answer),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    const after = await countRows(test)
    expect({ record: after.record! - before.record!, subject: after.subject! - before.subject! }).toEqual({
      record: 3,
      subject: 2,
    })
  })

  it('of two tables about the same people, confirmed at once, each is written whole or not at all', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => aPerson(`并发${at}`, withStatus))
    const [a, b] = [
      await upload(test, secretary, 'persons', rows),
      await upload(test, town, 'persons', [...rows].reverse()),
    ]
    const before = await countRows(test)
    const answers = await Promise.all([confirm(secretary, a), confirm(town, b)])
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(200)
    const after = await countRows(test)
    expect(after.subject! - before.subject!).toBe(12)
    expect(after.record! - before.record!).toBe(24)
  })

  it('keeps audit and ledger right: one entry and one version a record, counts and no values', async () => {
    const version = () => test.app.get(LedgerReader).version(test.app.get(Transactions).read, VILLAGE_A)
    const then = await version()
    const answer = await upload(test, secretary, 'persons', [
      aPerson('卅六', { 电话: '13911112222' }),
      aPerson('卅七'),
    ])
    await confirm(secretary, answer)
    expect((await version()) - then).toBe(2)
    const entries = await sql(`SELECT action, details FROM audit_entry WHERE object_id = ? ORDER BY id`, [
      answer.body.id,
    ])
    expect(entries.map(({ action }: Answer) => action)).toEqual(['import.uploaded', 'import.confirmed'])
    expect(JSON.parse(entries[1].details)).toMatchObject({ sheet: 'persons', records: 2, waiting: 0 })
    expect(JSON.stringify(entries)).not.toMatch(/卅六|13911112222/)
  })

  it('stops whoever uploads more often than anybody corrects a table', async () => {
    const persons = await templateOf(test, neighbour, 'persons', VILLAGE_B)
    fillIn(persons, [aPerson('试探')])
    const file = await bytesOf(persons)
    const statuses = new Set<number>()
    for (let at = 0; at < 32; at++)
      statuses.add((await uploadFile(test, neighbour, 'persons', file, VILLAGE_B)).status)
    expect([...statuses]).toEqual([200, 429])
  })
})
