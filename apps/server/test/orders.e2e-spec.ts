import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProjectionsService } from '../src/modules/scoring/projections.service.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  type Answer,
  aRecord,
  aRegistration,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const TOWN = VILLAGE_A.slice(0, 9)
const COUNTY = VILLAGE_A.slice(0, 6)
const DAY_MS = 86_400_000
const TEXT = '请在期限前补齐，李小明家也走一趟。'

describe('督办', () => {
  let test: TestApp
  let town: SignedIn
  let county: SignedIn
  let secretary: SignedIn
  let leader: SignedIn
  let neighbour: SignedIn
  let gridWorker: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: TOWN })
    county = await signIn(test, { name: '市办', role: 'county-office', areaCode: COUNTY })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    leader = await signIn(test, { name: '驻一', role: 'posted-leader', areaCode: VILLAGE_A })
    neighbour = await signIn(test, { name: '邻书记', role: 'village-secretary', areaCode: VILLAGE_B })
    gridWorker = await signIn(test, { name: '格一', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    await test.app.get(ProjectionsService).rebuild()
  })
  afterAll(() => test?.close())

  const part = (id: string) => ({ kind: 'part', id })
  const order = (given: object = {}) => ({
    areaCode: VILLAGE_A,
    about: part('S7'),
    text: TEXT,
    dueOn: '2026-12-04',
    ...given,
  })
  const issue = (who: SignedIn, given: object = {}, id = uuidv7()) =>
    send(test, who, 'PUT', `/api/orders/${id}`, order(given))
  const issued = async (who: SignedIn, given: object = {}): Promise<string> => {
    const { status, body } = await issue(who, given)
    expect(status).toBe(201)
    return body.id
  }
  const answer = (who: SignedIn, id: string, text = '已经补上了', stepId = uuidv7()) =>
    send(test, who, 'PUT', `/api/orders/${id}/answers/${stepId}`, { text })
  const decide = (who: SignedIn, id: string, given: object, stepId = uuidv7()) =>
    send(test, who, 'PUT', `/api/orders/${id}/decisions/${stepId}`, { text: '看过了', ...given })
  const read = (who: SignedIn, id: string) => send(test, who, 'GET', `/api/orders/${id}`)
  const list = async (who: SignedIn, query = '') => (await send(test, who, 'GET', `/api/orders${query}`)).body
  const inboxOf = async (who: SignedIn, id: string): Promise<string[]> =>
    (await send(test, who, 'GET', '/api/inbox')).body.items
      .filter(({ target }: Answer) => target === `order/${id}`)
      .map(({ text }: Answer) => text)

  it('goes from the office to the village and back until the office closes it, and every step stays', async () => {
    const id = await issued(town)
    expect((await read(secretary, id)).body).toMatchObject({
      areaName: '示范村A',
      office: '示范镇禁毒办',
      about: part('S7'),
      state: 'open',
      dueOn: '2026-12-04',
      isLate: false,
      mayAnswer: true,
      mayDecide: false,
    })
    expect((await answer(secretary, id, '正在补')).body).toMatchObject({
      state: 'answered',
      mayAnswer: false,
    })
    const back = await decide(town, id, { kind: 'returned', dueOn: '2026-12-11', text: '照片没有日期' })
    expect(back.body).toMatchObject({ state: 'open', dueOn: '2026-12-11' })
    expect((await answer(leader, id, '补了照片')).status).toBe(200)
    const { body } = await decide(town, id, { kind: 'closed' })
    expect(body).toMatchObject({ state: 'closed', mayDecide: false, mayAnswer: false })
    expect(body.steps.map(({ kind, text, role }: Answer) => [kind, text, role])).toEqual([
      ['issued', TEXT, 'town-office'],
      ['answered', '正在补', 'village-secretary'],
      ['returned', '照片没有日期', 'town-office'],
      ['answered', '补了照片', 'posted-leader'],
      ['closed', '看过了', 'town-office'],
    ])
    expect((await answer(secretary, id)).body.code).toBe('ORDER_MOVED_ON')
    expect((await decide(town, id, { kind: 'withdrawn' })).body.code).toBe('ORDER_MOVED_ON')
  })

  it('is about a duty of the village, and tells how that stands now', async () => {
    const { open } = (await send(test, town, 'GET', `/api/villages/${VILLAGE_A}/obligations`)).body
    const duty = open.find(({ kind }: Answer) => kind === 'publicity')
    const id = await issued(town, { about: { kind: 'duty', id: duty.id } })
    expect((await read(secretary, id)).body).toMatchObject({
      about: { kind: 'duty', id: duty.id },
      title: expect.stringContaining('宣传'),
      dutyState: 'open',
      part: 'S7',
    })
    for (const about of [{ kind: 'duty', id: 'publicity:nowhere:2026-11' }, part('S99'), part('constructor')])
      expect((await issue(town, { about })).status).toBe(404)
  })

  it('tells the side whose turn it is, in words that name nothing, and not the one who acted', async () => {
    const id = await issued(town)
    expect(await inboxOf(secretary, id)).toEqual(['有1项交办的工作12月4日前要答复'])
    expect(await inboxOf(leader, id)).toHaveLength(1)
    expect(await inboxOf(town, id)).toEqual([])
    expect(await inboxOf(neighbour, id)).toEqual([])
    await answer(secretary, id)
    expect(await inboxOf(town, id)).toEqual(['有1项交办的工作已答复'])
    await decide(town, id, { kind: 'returned', dueOn: '2026-12-08' })
    expect((await inboxOf(secretary, id))[0]).toBe('有1项交办的工作要再办，12月8日前')
    await decide(town, id, { kind: 'withdrawn' })
    expect((await inboxOf(secretary, id))[0]).toBe('有1项交办的工作已撤回')
  })

  it('stands in the lists of both sides, the first due first, and the late ones are counted', async () => {
    const later = await issued(town, { about: part('S8'), dueOn: '2026-12-20' })
    const sooner = await issued(county, { about: part('S8'), dueOn: '2026-11-24' })
    const mine = (items: Answer[]) => items.map(({ id }) => id).filter((id) => [later, sooner].includes(id))
    for (const who of [town, county, secretary, leader])
      expect(mine((await list(who)).items)).toEqual([sooner, later])
    expect(mine((await list(neighbour)).items)).toEqual([])
    const before = (await list(town)).counts
    test.clock.advance(2 * DAY_MS)
    const next = await signIn(test, { name: '王二', role: 'town-office', areaCode: TOWN })
    const after = await list(next)
    expect(after.counts.late).toBe(before.late + 1)
    expect(after.items.find(({ id }: Answer) => id === sooner).isLate).toBe(true)
    // What was answered waits for the office, not for the village.
    const village = await signIn(test, { name: '书二', role: 'village-secretary', areaCode: VILLAGE_A })
    await answer(village, sooner)
    expect((await list(next)).counts.late).toBe(before.late)
    test.clock.advance(-2 * DAY_MS)
    await decide(county, sooner, { kind: 'closed' })
    expect(mine((await list(town)).items)).toEqual([later])
    expect(mine((await list(town, '?state=ended')).items)).toEqual([sooner])
  })

  it('is closed by the office that issued it, and answered by the village alone', async () => {
    const id = await issued(county)
    expect((await read(town, id)).body).toMatchObject({ office: '陆丰市禁毒办', mayDecide: false })
    expect((await decide(town, id, { kind: 'closed' })).body.code).toBe('FORBIDDEN')
    expect((await answer(town, id)).body.code).toBe('FORBIDDEN')
    expect((await decide(secretary, id, { kind: 'closed' })).body.code).toBe('FORBIDDEN')
    expect((await issue(secretary)).body.code).toBe('FORBIDDEN')
    expect((await send(test, gridWorker, 'GET', '/api/orders')).body.code).toBe('FORBIDDEN')
    expect((await read(neighbour, id)).status).toBe(404)
    expect((await answer(neighbour, id)).status).toBe(404)
    expect((await issue(town, { areaCode: REAL_VILLAGE })).status).toBe(404)
    expect((await issue(county, { areaCode: REAL_VILLAGE })).body.code).toBe('DEMO_READ_ONLY')
  })

  it('is entered once, however often it is sent', async () => {
    const id = uuidv7()
    expect((await issue(town, {}, id)).status).toBe(201)
    expect((await issue(town, {}, id)).status).toBe(200)
    expect((await issue(town, { dueOn: '2026-12-05' }, id)).body.code).toBe('ORDER_CONFLICT')
    expect((await issue(county, {}, id)).body.code).toBe('ORDER_CONFLICT')
    // Sent again while the first is still running.
    const twin = uuidv7()
    const twins = await Promise.all([1, 2, 3, 4].map(() => issue(town, {}, twin)))
    expect(twins.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    const stepId = uuidv7()
    expect((await answer(secretary, id, '办了', stepId)).status).toBe(200)
    expect((await answer(secretary, id, '办了', stepId)).body.steps).toHaveLength(2)
    expect((await answer(secretary, id, '没办', stepId)).body.code).toBe('ORDER_CONFLICT')
    // Two who decide at one moment: one of them hears that it has moved on.
    const both = await Promise.all(['closed', 'withdrawn'].map((kind) => decide(town, id, { kind })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it.each<[string, object, string]>([
    ['a day that is over', { dueOn: '2026-11-22' }, '早于今天'],
    ['a day beyond a year', { dueOn: '2028-01-01' }, '最长一年'],
  ])('refuses %s in a sentence', async (_, given, sentence) => {
    const { status, body } = await issue(town, given)
    expect(status).toBe(422)
    expect(body.errors[0].text).toContain(sentence)
  })

  it('asks for a new day when it is sent back, and for none otherwise', async () => {
    const id = await issued(town)
    await answer(secretary, id)
    expect((await decide(town, id, { kind: 'returned' })).status).toBe(422)
    expect((await decide(town, id, { kind: 'closed', dueOn: '2026-12-20' })).status).toBe(422)
  })

  it('about a person whose file is kept from a reader is nothing to him, also after a transfer', async () => {
    const { personId } = await register(test, secretary, {
      ...aRegistration(uuidv7()),
      identity: { name: '李小弟' },
      payload: { birthYear: 2012 },
    })
    await putRecord(test, secretary, uuidv7(), {})
    await test.app.get(ProjectionsService).refresh(VILLAGE_A)
    const { open } = (await send(test, town, 'GET', `/api/villages/${VILLAGE_A}/obligations`)).body
    const about = { kind: 'duty', id: open.find(({ subjectId }: Answer) => subjectId === personId).id }
    expect((await issue(county, { about })).status).toBe(404)
    const readers = [secretary, town]
    const others = [leader, county]
    const counted = async (who: SignedIn) => (await list(who)).counts.open
    const before = await Promise.all([...readers, ...others].map(counted))
    const id = await issued(town, { about })
    expect(await Promise.all([...readers, ...others].map(counted))).toEqual([
      ...before.slice(0, 2).map((count) => count + 1),
      ...before.slice(2),
    ])
    expect(await inboxOf(secretary, id)).toHaveLength(1)
    expect(await inboxOf(leader, id)).toEqual([])

    const isNothingToOthers = async () => {
      for (const who of others) {
        expect((await list(who)).items.map((one: Answer) => one.id)).not.toContain(id)
        expect((await read(who, id)).status).toBe(404)
      }
      expect((await answer(leader, id)).status).toBe(404)
      expect((await decide(county, id, { kind: 'closed' })).status).toBe(404)
      for (const who of readers) {
        expect((await list(who)).items.map((one: Answer) => one.id)).toContain(id)
        expect((await read(who, id)).body).toMatchObject({ about, subjectId: personId })
      }
    }
    await isNothingToOthers()

    const moved = { subjectId: personId, occurredOn: '2026-11-22' }
    const proposed = aRecord('transfer', {
      ...moved,
      payload: { toArea: VILLAGE_B, reason: 'moved' },
    })
    expect((await putRecord(test, secretary, uuidv7(), proposed)).status).toBe(201)
    const accepted = aRecord('transfer-acceptance', {
      ...moved,
      areaCode: VILLAGE_B,
      payload: { fromArea: VILLAGE_A, toArea: VILLAGE_B, agreement: 'yes' },
    })
    expect((await putRecord(test, neighbour, uuidv7(), accepted)).status).toBe(201)
    await isNothingToOthers()
    await decide(town, id, { kind: 'withdrawn' })
    expect(await inboxOf(leader, id)).toEqual([])
  })

  it('keeps its words sealed, and leaves a trail without them', async () => {
    const rows = await test.database.dataSource.query(
      'SELECT CONVERT(words USING latin1) AS words FROM supervision_order_step',
    )
    expect(rows.length).toBeGreaterThan(10)
    const bytes = Buffer.from(TEXT).toString('latin1')
    for (const { words } of rows) expect(words).not.toContain(bytes)
    const trail = await test.database.dataSource.query(
      `SELECT action, details FROM audit_entry WHERE action LIKE 'order.%'`,
    )
    expect(new Set(trail.map(({ action }: { action: string }) => action))).toEqual(
      new Set(['order.issued', 'order.answered', 'order.returned', 'order.closed', 'order.withdrawn']),
    )
    expect(JSON.stringify(trail)).not.toContain('李小明')
  })
})
