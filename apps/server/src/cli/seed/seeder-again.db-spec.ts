import { describe, expect, it } from 'vitest'
import { createSeedableApp } from '../../../test/support/seeded-app.js'
import { rowCounts, stateOf } from '../../../test/support/seeded-town.js'
import { ProjectionsService } from '../../modules/scoring/projections.service.js'

describe('a seed that broke off', () => {
  it('goes on another day with the dates of its first, and tells nothing twice', async () => {
    const test = await createSeedableApp()
    try {
      await test.seed()
      const whole = await rowCounts(test)
      const stories = () =>
        test.database.dataSource.query('SELECT id, kind, occurred_on FROM record ORDER BY id')
      const told: { id: string; kind: string }[] = await stories()
      // These are written together with what they tell of: neither can be there without the other.
      const derived = ['pledge-signed', 'staff-roster', 'class-session']
      const last = told.filter(({ kind }) => !derived.includes(kind)).at(-1)!
      await test.database.dataSource.query(`UPDATE seed_mark SET state = 'begun' WHERE name = 'demo'`)
      await test.database.dataSource.query(`DELETE FROM record_revision WHERE record_id = ?`, [last.id])
      await test.database.dataSource.query(`DELETE FROM record WHERE id = ?`, [last.id])
      test.clock.advance(5 * 86_400_000)
      await test.seed()
      expect(await stories()).toEqual(told)
      const again = await rowCounts(test)
      for (const table of [
        'account',
        'appointment',
        'subject',
        'record_revision',
        'quiz_attempt',
        'pledge',
        'pledge_seal',
        'household_number',
      ])
        expect({ table, rows: again[table] }).toEqual({ table, rows: whole[table] })
      expect(await test.app.get(ProjectionsService).verify()).toEqual([])
    } finally {
      await test.close()
    }
  })
})

describe('the seed on other days', () => {
  it.each(['2027-01-05T02:00:00.000Z', '2028-02-29T15:30:00.000Z', '2026-12-31T03:00:00.000Z'])(
    'tells its story on %s too',
    async (now) => {
      const test = await createSeedableApp({ now })
      try {
        await test.seed()
        expect(await test.app.get(ProjectionsService).verify()).toEqual([])
        expect((await stateOf(test, 'C')).scorecard.track).toBe('none-found')
        expect((await stateOf(test, 'F')).parts['S2.relapse']).toBe('undetermined')
        expect((await stateOf(test, 'G')).row.pending).toBe(2)
        expect((await stateOf(test, 'E')).parts['S4.groups']).toBe('notMet')
        expect((await stateOf(test, 'A')).row.overdue).toBeGreaterThan(0)
        for (const letter of ['B', 'C'] as const)
          expect({ letter, verdict: (await stateOf(test, letter)).scorecard.verdict }).toEqual({
            letter,
            verdict: 'met',
          })
      } finally {
        await test.close()
      }
    },
    900_000,
  )
})

describe('the seed in production mode', () => {
  const overrides = {
    APP_MODE: 'production',
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://example.test',
  }

  it('brings areas and questions, and nobody; the day on which the town opened a village stays', async () => {
    const test = await createSeedableApp({ overrides })
    const query = (sql: string) => test.database.dataSource.query(sql)
    try {
      await test.seed()
      expect(await rowCounts(test)).toMatchObject({
        area: 16,
        quiz_item: 92,
        account: 0,
        subject: 0,
        record: 0,
        appointment: 0,
      })
      await query(`UPDATE area SET start_on = '2026-12-01' WHERE code = '441581105201'`)
      await query(`DELETE FROM seed_mark WHERE name = 'areas'`)
      await test.seed()
      const [row] = await query(`SELECT start_on FROM area WHERE code = '441581105201'`)
      expect(row.start_on).toBe('2026-12-01')
    } finally {
      await test.close()
    }
  })
})
