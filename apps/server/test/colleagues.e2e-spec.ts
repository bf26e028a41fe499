import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './support/app.js'
import { makeAreas, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

describe('一起工作的人', () => {
  let test: TestApp
  let caseWorker: SignedIn
  let gridWorker: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    caseWorker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    gridWorker = await signIn(test, { name: '蔡网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    await signIn(test, { name: '周警官', role: 'police', areaCode: '441581990' })
    await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
  })

  afterAll(() => test?.close())

  const names = async (who: SignedIn | undefined, areaCode: string) => {
    const { status, body } = await send(test, who, 'GET', `/api/colleagues?areaCode=${areaCode}`)
    return { status, names: body.items?.map((item: { name: string }) => item.name).sort() }
  }

  it('are those of the village, its grids and the town’s, and of no other village', async () => {
    expect(await names(caseWorker, VILLAGE_A)).toEqual({
      status: 200,
      names: ['周警官', '林专干', '蔡网格'].sort(),
    })
  })

  it('are told to a grid worker of the village', async () => {
    expect((await names(gridWorker, VILLAGE_A)).status).toBe(200)
  })

  it('of another village are not told, and nothing is told without signing in', async () => {
    expect((await names(caseWorker, VILLAGE_B)).status).toBe(404)
    expect((await names(undefined, VILLAGE_A)).status).toBe(401)
  })
})
