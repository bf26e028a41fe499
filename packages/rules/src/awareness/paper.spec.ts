import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type BankItem, drawPaper, markPaper, questionOf, sourceGroup } from './paper.ts'
import { randomOf } from './random.ts'

const BASES = ['《禁毒法》第二条', '《刑法》第三百四十七条', '《戒毒条例》第七条', '通用史料']
const bank: BankItem[] = Array.from({ length: 60 }, (_, index) => {
  const type = index % 5 === 4 ? 'multiple' : index % 2 === 0 ? 'single' : 'judge'
  const count = type === 'judge' ? 2 : 4
  return {
    id: `q${String(index).padStart(3, '0')}`,
    audience: index % 3 === 0 ? ['public', 'migrant'] : ['public'],
    type,
    stem: `第${index}题`,
    options: Array.from({ length: count }, (_, option) => `${index}-${option}`),
    answer: type === 'multiple' ? [0, 2] : [index % count],
    explanation: '',
    basis: BASES[index % 4]!,
  }
})
const draw = (seed: string, size = 10) => drawPaper(bank, { audience: 'resident', seed, size })

describe('drawPaper', () => {
  it('draws the same paper from the same seed, whatever the order of the bank', () => {
    expect(draw('a')).toEqual(draw('a'))
    expect(drawPaper([...bank].reverse(), { audience: 'resident', seed: 'a' })).toEqual(draw('a'))
    expect(draw('b')).not.toEqual(draw('a'))
  })

  it('draws distinct questions of the audience, with the right answers carried along', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 70 }), (seed, size) => {
        const paper = drawPaper(bank, { audience: 'migrant', seed, size })
        expect(paper).toHaveLength(Math.min(size, 20))
        expect(new Set(paper.map((item) => item.id)).size).toBe(paper.length)
        for (const item of paper) {
          const source = bank.find(({ id }) => id === item.id)!
          expect(source.audience).toContain('migrant')
          expect(item.answer.map((shown) => item.options[shown]).sort()).toEqual(
            source.answer.map((index) => source.options[index]).sort(),
          )
          if (item.type === 'judge') expect(item.options).toEqual(source.options)
        }
      }),
    )
  })

  it('gives every stratum its share and every question its chance', () => {
    const seen = new Map<string, number>()
    for (let paper = 0; paper < 3000; paper++)
      for (const item of draw(`seed-${paper}`)) seen.set(item.id, (seen.get(item.id) ?? 0) + 1)
    // 3000 papers × 10 of 60 questions: 500 times each; five standard deviations are about 100.
    for (const item of bank) expect(Math.abs((seen.get(item.id) ?? 0) - 500)).toBeLessThan(110)
    for (let paper = 0; paper < 50; paper++) {
      const groups = draw(`share-${paper}`).map((item) => sourceGroup(bank.find(({ id }) => id === item.id)!))
      for (const group of ['anti-drug-law', 'criminal', 'treatment', 'facts'])
        expect(groups.filter((one) => one === group).length).toBeGreaterThanOrEqual(1)
    }
  })

  it('takes the topic that a question names for its stratum, whatever law it rests on', () => {
    const named = bank.map((item, at) => ({
      ...item,
      topic: at % 10 === 0 ? ('venue' as const) : ('law' as const),
    }))
    for (let paper = 0; paper < 50; paper++) {
      const ids = drawPaper(named, { audience: 'resident', seed: `topic-${paper}`, size: 20 }).map(
        ({ id }) => id,
      )
      const venue = ids.filter((id) => named.find((item) => item.id === id)?.topic === 'venue')
      // 6 of 60 questions, of 20 asked: two, give or take the ends of the strata.
      expect(venue.length).toBeGreaterThanOrEqual(1)
    }
  })

  it('shows questions without answers', () => {
    expect(Object.keys(questionOf(draw('a')[0]!))).toEqual(['no', 'type', 'stem', 'options'])
  })

  it('draws nothing from an empty bank', () => {
    expect(drawPaper([], { audience: 'resident', seed: 'a' })).toEqual([])
  })
})

describe('markPaper', () => {
  const paper = draw('mark')
  const right = paper.map(({ no, answer }) => ({ no, chosen: answer }))

  it('gives 100 for all right, 0 for nothing answered', () => {
    expect(markPaper(paper, right)).toMatchObject({ score: 100, correct: 10, total: 10, answered: 10 })
    expect(markPaper(paper, [])).toMatchObject({ score: 0, correct: 0, total: 10, answered: 0 })
    expect(markPaper([], [])).toMatchObject({ score: 0, total: 0 })
  })

  it('takes a multiple choice as a set: order and repetition do not matter, a part is not right', () => {
    const item = { ...paper[0]!, type: 'multiple' as const, options: ['a', 'b', 'c', 'd'], answer: [0, 2] }
    const mark = (chosen: number[]) => markPaper([item], [{ no: item.no, chosen }]).correct
    expect(mark([2, 0])).toBe(1)
    expect(mark([2, 0, 2])).toBe(1)
    expect(mark([0])).toBe(0)
    expect(mark([0, 1, 2])).toBe(0)
    expect(mark([0, 9])).toBe(0)
  })

  it('cuts the score off: 2 of 3 is 66', () => {
    expect(markPaper(paper.slice(0, 3), right.slice(0, 2)).score).toBe(66)
  })
})

describe('randomOf', () => {
  it('is the same stream everywhere', () => {
    const random = randomOf('drug-free-village')
    expect([1, 2, 3, 4, 5].map(() => random.below(1000))).toMatchInlineSnapshot(`
[
  292,
  406,
  482,
  510,
  688,
]
`)
  })

  it('stays below its bound', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 0xffff_ffff }), (seed, bound) => {
        const value = randomOf(seed).below(bound)
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true)
      }),
    )
  })
})
