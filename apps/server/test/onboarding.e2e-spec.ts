import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import type { TestApp } from './support/app.js'
import { aPerson, aTalkRow, type ImportTown, makeImportTown, withStatus } from './support/import-town.js'
import { type Answer, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { upload } from './support/tables.js'

/** It is November; the village begins in October. */
const START = '2026-10-26'
const C = '441581990203'

describe('一个村开始用系统', () => {
  let place: ImportTown
  let test: TestApp
  let town: SignedIn
  let otherTown: SignedIn
  let secretary: SignedIn
  let caseWorker: SignedIn

  beforeAll(async () => {
    place = await makeImportTown()
    ;({ test, town, otherTown } = place)
    await test.app
      .get(AreasService)
      .upsert(test.database.dataSource.manager, { code: C, name: '示范村C', isDemo: true })
    secretary = await signIn(test, { name: '卢书记', role: 'village-secretary', areaCode: C })
    caseWorker = await signIn(test, { name: '曾专干', role: 'case-worker', areaCode: C })
  })

  afterAll(() => test?.close())

  const checklist = async (who = secretary) =>
    (await send(test, who, 'GET', `/api/villages/${C}/onboarding`)).body
  const step = async (id: string) => (await checklist()).steps.find((one: Answer) => one.id === id)
  const setStart = (who: SignedIn, startOn: string, village = C) =>
    send(test, who, 'PUT', `/api/villages/${village}/start`, { startOn })
  const partOf = async (id: string) =>
    (await send(test, secretary, 'GET', `/api/villages/${C}/scorecard`)).body.scorecard.parts.find(
      (part: Answer) => part.id === id,
    )

  it('has no day yet, and nothing is judged; what is to be brought in can be seen', async () => {
    expect(await checklist()).toMatchObject({ name: '示范村C', startOn: null, canSetStart: false, done: 0 })
    expect(await checklist(town)).toMatchObject({ canSetStart: true })
    const { status, body } = await send(test, secretary, 'GET', `/api/villages/${C}/scorecard`)
    expect([status, body.code]).toEqual([409, 'VILLAGE_NOT_STARTED'])
  })

  it('gets its day from the town office alone, within reason', async () => {
    expect((await setStart(secretary, START)).status).toBe(403)
    expect((await setStart(place.neighbour, START)).status).toBe(403)
    const elsewhere = await signIn(test, { name: '外镇', role: 'town-office', areaCode: '441581105' })
    expect((await setStart(elsewhere, START)).status).toBe(404)
    expect((await setStart(town, START, '441581990')).status).toBe(404)
    for (const wrong of ['2023-03-23', '2027-01-01', '2026-02-30'])
      expect([wrong, (await setStart(town, wrong)).status]).toEqual([wrong, 422])
    expect(await setStart(town, '2026-11-01')).toMatchObject({ status: 200, body: { startOn: '2026-11-01' } })
  })

  it('may have it mended for a month, and every change is noted', async () => {
    expect(await setStart(otherTown, START)).toMatchObject({
      status: 200,
      body: { startOn: START, canSetStart: true },
    })
    const entries = await place.sql(
      `SELECT details FROM audit_entry WHERE action = 'village.startSet' AND area_code = ? ORDER BY id`,
      [C],
    )
    expect(entries.map(({ details }: Answer) => JSON.parse(details))).toMatchObject([
      { startOn: '2026-11-01', before: null },
      { startOn: START, before: '2026-11-01' },
    ])
    // A village that has been at it since January stays with its day.
    expect(await setStart(town, START, VILLAGE_A)).toMatchObject({
      status: 409,
      body: { code: 'START_FIXED' },
    })
  })

  it('is not red for what it did before: it is undetermined, and the checklist names the months', async () => {
    expect(await partOf('S7')).toMatchObject({ state: 'undetermined', reason: 'evidenceMissing' })
    expect(await step('pastActivities')).toMatchObject({ state: 'open', have: 0, need: 9 })
    expect(await step('roster')).toMatchObject({ state: 'open', have: 0, need: 1 })
  })

  it('brings its register and its year in as tables, and the list shrinks', async () => {
    await place.confirm(secretary, await upload(test, secretary, 'persons', [aPerson('卢甲', withStatus)], C))
    expect(await step('statuses')).toMatchObject({ state: 'waiting', waiting: 1, need: 1 })
    const { body } = await send(test, town, 'GET', '/api/imports')
    await send(test, town, 'POST', `/api/imports/${body.items[0].id}/review`, { decision: 'accept' })
    expect(await step('statuses')).toMatchObject({ state: 'done' })
    // Under support since January: the cycles of January to August ended before the village began.
    expect(await step('pastTalks')).toMatchObject({ state: 'open', have: 0, need: 4 })
    expect(await partOf('S2.talks')).toMatchObject({ state: 'notMet' })

    const visitors = { 谁去的: '卢书记、曾专干', 姓名: '卢甲', 依据的材料: '2026年谈话登记本' }
    const rows = ['2026-01-20', '2026-04-20', '2026-06-20', '2026-08-20', '2026-10-20'].map((day) =>
      aTalkRow({ ...visitors, 什么时候: day }),
    )
    const talks = await upload(test, caseWorker, 'talks', rows, C)
    expect(talks.body).toMatchObject({ state: 'ready', counts: { new: 5, waiting: 5 } })
    await place.confirm(caseWorker, talks)
    expect(await step('pastTalks')).toMatchObject({ state: 'waiting', waiting: 4 })
    await send(test, town, 'POST', `/api/imports/${talks.body.id}/review`, { decision: 'accept' })
    expect(await step('pastTalks')).toMatchObject({ state: 'done', have: 4 })
    expect(await partOf('S2.talks')).toMatchObject({ state: 'met', numerator: 5, denominator: 5 })
  })

  it('shows a checklist to those who work there and above, and to nobody else', async () => {
    expect((await checklist(place.neighbour)).code).toBe('NOT_FOUND')
    const resident = await signIn(test, { name: '群众' })
    expect((await checklist(resident)).code).toBe('FORBIDDEN')
    expect((await checklist(town)).steps.length).toBeGreaterThan(3)
  })
})
