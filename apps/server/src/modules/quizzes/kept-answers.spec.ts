import { describe, expect, it } from 'vitest'
import { isSameKept, keptAnswers, outcomesOf } from './kept-answers.js'
import type { MarkedPaper } from './paper-marking.js'

/** Two questions: one answered rightly, one with one option too many. */
function marked(chosen: number[][] = [[1], [2, 0]]): MarkedPaper {
  const items = [
    { no: 1, id: 'd-01', version: 2, order: [0, 1], answer: [1] },
    { no: 2, id: 'd-02', version: 1, order: [2, 0, 1], answer: [0] },
  ]
  const perItem = items.map(({ no, answer }, at) => ({ no, correct: false, chosen: chosen[at]!, answer }))
  return {
    items,
    sources: [],
    marks: { score: 50, correct: 1, total: 2, answered: 2, perItem },
    passMark: 80,
    isAware: false,
    invalidReason: null,
  }
}

/** The same paper as it was kept before. */
const SPELT_OUT = JSON.stringify({
  chosen: [[1], [2, 0]],
  items: [
    { answer: [1], id: 'd-01', no: 1, options: ['对', '错'], order: [0, 1], stem: '…', type: 'judge' },
    {
      answer: [0],
      id: 'd-02',
      no: 2,
      options: ['丙', '甲', '乙'],
      order: [2, 0, 1],
      stem: '…',
      type: 'multiple',
    },
  ],
})

describe('what is kept of an answered paper', () => {
  it('names the version of each question, and is small', () => {
    expect(keptAnswers(marked())).toBe('[["d-01",2,[0,1],[1],[1]],["d-02",1,[2,0,1],[2,0],[0]]]')
  })

  it.each([
    ['as now', keptAnswers(marked())],
    ['as before', SPELT_OUT],
  ])('tells which questions were known: kept %s', (_, kept) => {
    expect(outcomesOf(kept)).toEqual([
      { itemId: 'd-01', isCorrect: true },
      { itemId: 'd-02', isCorrect: false },
    ])
  })

  it('is the same paper when it comes again after the server was renewed, and another one with other answers', () => {
    expect(isSameKept(SPELT_OUT, keptAnswers(marked()))).toBe(true)
    expect(isSameKept(SPELT_OUT, keptAnswers(marked([[1], [0]])))).toBe(false)
    expect(isSameKept(keptAnswers(marked()), keptAnswers(marked()))).toBe(true)
    expect(isSameKept(keptAnswers(marked()), keptAnswers(marked([[0], [2, 0]])))).toBe(false)
  })
})
