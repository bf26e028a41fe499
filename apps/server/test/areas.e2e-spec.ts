import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { createTestApp, type TestApp } from './support/app.js'

describe('GET /api/areas', () => {
  let test: TestApp

  const codes = async (query: string) => {
    const response = await test.app.inject({ method: 'GET', url: `/api/areas${query}` })
    expect(response.statusCode).toBe(200)
    return response.json<{ items: { code: string }[] }>().items.map((area) => area.code)
  }

  beforeAll(async () => {
    test = await createTestApp()
    const areas = test.app.get(AreasService)
    const tx = test.database.dataSource.manager
    await areas.upsert(tx, { code: '441581', name: '陆丰市' })
    await areas.upsert(tx, { code: '441581105', name: '博美镇' })
    await areas.upsert(tx, { code: '441581106', name: '邻镇' })
    await areas.upsert(tx, {
      code: '441581105201',
      name: '赤坑村',
      orgName: '赤坑村委会',
      startOn: '2023-09-01',
    })
    await areas.upsert(tx, { code: '441581106201', name: '邻镇某村' })
    for (const grid of ['G001', 'G010', 'G011']) {
      await areas.upsert(tx, { code: `441581105201${grid}`, name: grid })
    }
    await areas.upsert(tx, {
      code: '441581105299',
      name: '已并入的村',
      validTo: '2025-12-31',
      successorCode: '441581105201',
    })
  })

  afterAll(() => test.close())

  it('needs no sign-in and gives a village with the day it began', async () => {
    const response = await test.app.inject({ method: 'GET', url: '/api/areas?under=441581105&level=village' })
    expect(response.json()).toEqual({
      items: [
        {
          code: '441581105201',
          name: '赤坑村',
          level: 'village',
          parentCode: '441581105',
          isDemo: false,
          startOn: '2023-09-01',
        },
      ],
    })
  })

  it('takes whole levels, never look-alike codes', async () => {
    expect(await codes('?under=441581105201G001')).toEqual(['441581105201G001'])
    expect(await codes('?under=441581105')).not.toContain('441581106201')
    expect(await codes('?under=441581105201&level=grid')).toEqual([
      '441581105201G001',
      '441581105201G010',
      '441581105201G011',
    ])
  })

  it('leaves out an area that was merged, while its records can still name it', async () => {
    expect(await codes('?under=441581105')).not.toContain('441581105299')
    const area = await test.app.get(AreasService).find(test.database.dataSource.manager, '441581105299')
    expect(area?.name).toBe('已并入的村')
  })

  it.each([
    ['a code of no level', 'under=4415811'],
    ['letters', 'under=abc'],
    ['a grid that is not one', 'under=441581105201X001'],
    ['SQL', `under=${encodeURIComponent("44' OR '1'='1")}`],
    ['an unknown level', 'level=street'],
    ['a code given twice', 'under=44&under=45'],
  ])('refuses %s', async (_, query) => {
    const response = await test.app.inject({ method: 'GET', url: `/api/areas?${query}` })
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toMatch('application/problem+json')
    expect(response.json()).toMatchObject({ code: 'INVALID', errors: [{ path: expect.any(String) }] })
  })
})
