import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js'
import { FixedClock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { QuizBank } from './quiz-bank.js'
import { QuizItemsRepository } from './quiz-items.repository.js'

const BANK = readFileSync(join(__dirname, '../../cli/seed-data/quiz-bank.json'), 'utf8')

describe('QuizBank', () => {
  let database: TestDatabase
  let transactions: Transactions
  const clock = new FixedClock(new Date('2026-11-23T06:00:00.000Z'))
  const newBank = () => new QuizBank(new QuizItemsRepository(), transactions, clock)
  const load = (bank: QuizBank, raw: unknown) => transactions.run((tx) => bank.load(tx, raw))
  const items = () => JSON.parse(BANK)

  beforeAll(async () => {
    database = await createTestDatabase()
    transactions = new Transactions(database.dataSource)
  })

  beforeEach(() => database.dataSource.query('DELETE FROM quiz_item'))

  afterAll(() => database.drop())

  it('takes the whole bank as awaiting review, and once', async () => {
    const bank = newBank()
    expect(await load(bank, items())).toEqual({ added: 92, unchanged: 0 })
    expect(await load(bank, items())).toEqual({ added: 0, unchanged: 92 })
    const drawable = await bank.drawable()
    expect([drawable.items.length, drawable.unreviewed.size]).toEqual([92, 92])
  })

  it('draws a changed question in its new version and still knows the old one', async () => {
    const bank = newBank()
    await load(bank, items())
    const [first, ...rest] = items()
    expect(await load(bank, [{ ...first, explanation: '说明改过了。' }, ...rest])).toEqual({
      added: 1,
      unchanged: 91,
    })
    const drawn = (await bank.drawable()).items.filter(({ id }) => id === first.id)
    expect(drawn).toMatchObject([{ version: 2, explanation: '说明改过了。' }])
    const fresh = newBank()
    const [old, unknown] = await fresh.find([
      [first.id, 1],
      ['q999', 1],
    ])
    expect(old?.explanation).toBe(first.explanation)
    expect(unknown).toBeUndefined()
  })

  it('names the questions nobody has reviewed, and sees a review made elsewhere within a minute', async () => {
    const bank = newBank()
    await load(bank, items())
    await bank.drawable()
    await database.dataSource.query(`UPDATE quiz_item SET review_state = 'reviewed' WHERE id <> 'q001'`)
    clock.advance(60_000)
    expect([...(await bank.drawable()).unreviewed]).toEqual(['q001'])
    await database.dataSource.query(`UPDATE quiz_item SET review_state = 'reviewed'`)
    clock.advance(60_000)
    expect((await bank.drawable()).unreviewed.size).toBe(0)
  })

  it('goes on drawing what was reviewed until somebody has reviewed the software’s new version', async () => {
    const bank = newBank()
    await load(bank, items())
    await database.dataSource.query(`UPDATE quiz_item SET review_state = 'reviewed'`)
    const [first, ...rest] = items()
    await load(bank, [{ ...first, explanation: '说明改过了。' }, ...rest])
    const drawn = (await bank.drawable()).items.filter(({ id }) => id === first.id)
    expect(drawn).toMatchObject([{ version: 1, explanation: first.explanation }])
  })

  it('brings back nothing that was changed or taken out here', async () => {
    const bank = newBank()
    await load(bank, items())
    const [first, second, ...rest] = items()
    const author = '01900000-0000-7000-8000-000000000001'
    await database.dataSource.query(
      `INSERT INTO quiz_item (id, version, content, review_state, author_id) VALUES (?, 2, ?, 'reviewed', ?)`,
      [first.id, JSON.stringify({ ...first, stem: '本镇改过的题干' }), author],
    )
    await database.dataSource.query(`UPDATE quiz_item SET review_state = 'retired' WHERE id = ?`, [second.id])
    expect(await load(bank, items())).toEqual({ added: 0, unchanged: 92 })
    expect(await load(bank, [first, { ...second, explanation: '新的说明。' }, ...rest])).toMatchObject({
      added: 0,
    })
    const drawn = (await bank.drawable()).items
    expect(drawn.find(({ id }) => id === first.id)?.stem).toBe('本镇改过的题干')
    expect(drawn.some(({ id }) => id === second.id)).toBe(false)
  })

  it.each([
    ['an answer that is no option', { answer: [4] }],
    ['two answers to a single choice', { answer: [0, 1] }],
    ['equal options', { options: ['甲', '甲', '乙', '丙'] }],
    ['no legal basis', { basis: ' ' }],
    ['an unknown audience', { audience: ['everybody'] }],
    ['a field that nobody knows', { hint: '提示' }],
  ])('refuses the whole bank for %s', async (_, change) => {
    const [first, ...rest] = items()
    await expect(load(newBank(), [{ ...first, ...change }, ...rest])).rejects.toThrow()
    expect(await database.dataSource.query('SELECT id FROM quiz_item')).toEqual([])
  })
})
