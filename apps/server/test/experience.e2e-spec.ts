import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './support/app.js'
import { type Answer, aRecord, makeAreas, putRecord, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
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

  const report = (title: string, reach: string) =>
    aRecord('experience-report', { payload: { year: 2026, title, reach, summary: '两个网格一起走。' } })
  const titles = async (who: SignedIn) =>
    (await send(test, who, 'GET', '/api/experience-reports')).body.items.map(({ title }: Answer) => title)

  it('go up to the town office; the other villages see what it has taken up', async () => {
    const id = uuidv7()
    expect((await putRecord(test, own, id, report('走访不漏户', 'none'))).status).toBe(201)
    expect(await titles(own)).toEqual(['走访不漏户'])
    expect(await titles(town)).toEqual(['走访不漏户'])
    expect(await titles(neighbour)).toEqual([])
    const taken = { ...report('走访不漏户', 'town'), revision: 2, replaces: 1 }
    expect((await putRecord(test, town, id, taken)).status).toBe(201)
    expect((await send(test, neighbour, 'GET', '/api/experience-reports')).body.items).toMatchObject([
      { areaName: '示范村A', title: '走访不漏户', summary: '两个网格一起走。', reach: 'town' },
    ])
  })
})
