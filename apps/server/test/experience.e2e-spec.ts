import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './support/app.js'
import {
  type Answer,
  aRecord,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

describe('经验材料 — 五(五)', () => {
  let test: TestApp
  let own: SignedIn
  let neighbour: SignedIn
  let town: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    own = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: VILLAGE_A.slice(0, 9) })
  })
  afterAll(() => test.close())

  const report = (title: string, reach: string, revision = 1) => ({
    ...aRecord('experience-report', { payload: { year: 2026, title, reach, summary: '两个网格一起走。' } }),
    ...(revision > 1 ? { revision, replaces: revision - 1 } : {}),
  })
  const titles = async (who: SignedIn) =>
    (await send(test, who, 'GET', '/api/experience-reports')).body.items.map(({ title }: Answer) => title)

  it('go up to the town office; the other villages see what it has taken up', async () => {
    const id = uuidv7()
    expect((await putRecord(test, own, id, report('走访不漏户', 'none'))).status).toBe(201)
    expect(await titles(own)).toEqual(['走访不漏户'])
    expect(await titles(town)).toEqual(['走访不漏户'])
    expect(await titles(neighbour)).toEqual([])
    expect((await putRecord(test, town, id, report('走访不漏户', 'town', 2))).status).toBe(201)
    expect((await send(test, neighbour, 'GET', '/api/experience-reports')).body.items).toMatchObject([
      { areaName: '示范村A', title: '走访不漏户', summary: '两个网格一起走。', reach: 'town' },
    ])
  })

  it('reach as far as the town office says, and no farther because the village wrote so', async () => {
    const id = uuidv7()
    const refused = { status: 422, body: { errors: [{ path: 'payload.reach' }] } }
    expect(await putRecord(test, own, id, report('禁毒夜校', 'county'))).toMatchObject(refused)
    expect((await putRecord(test, own, id, report('禁毒夜校', 'none'))).status).toBe(201)
    expect(await putRecord(test, own, id, report('禁毒夜校', 'town', 2))).toMatchObject(refused)
    expect((await putRecord(test, town, id, report('禁毒夜校', 'town', 2))).status).toBe(201)
    const raised = await putRecord(test, own, id, report('禁毒夜校', 'wider', 3))
    expect(raised).toMatchObject(refused)
    expect(raised.body.errors[0].text).toContain('镇禁毒办')
    // The village goes on writing in its own report; what the town said of it stays.
    expect((await putRecord(test, own, id, report('禁毒夜校进祠堂', 'town', 3))).status).toBe(201)
    expect(await titles(neighbour)).toContain('禁毒夜校进祠堂')
  })

  it('are seen in other towns when they reach the whole county', async () => {
    const village = await signIn(test, { name: '林书记', role: 'village-secretary', areaCode: REAL_VILLAGE })
    const office = await signIn(test, {
      name: '许镇办',
      role: 'town-office',
      areaCode: REAL_VILLAGE.slice(0, 9),
    })
    const [id, wider] = [uuidv7(), uuidv7()]
    expect((await putRecord(test, town, id, report('祠堂宣讲', 'town'))).status).toBe(201)
    expect((await putRecord(test, town, wider, report('一户一码', 'wider'))).status).toBe(201)
    for (const who of [village, office]) expect(await titles(who)).toEqual(['一户一码'])
    expect((await putRecord(test, town, id, report('祠堂宣讲', 'county', 2))).status).toBe(201)
    for (const who of [village, office]) expect((await titles(who)).sort()).toEqual(['一户一码', '祠堂宣讲'])
  })
})
