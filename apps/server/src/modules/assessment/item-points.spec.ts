import { itemTitle } from '@dfv/rules'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../platform/errors/domain-error.js'
import type { Claim } from './assessment.dto.js'
import { checkChanges, checkClaims, pointsAfter } from './item-points.js'

const ITEMS = [
  { id: 'A1.group', weight: 400, points: 0 },
  { id: 'A1.funds', weight: 400, points: 400 },
  { id: 'A6', weight: 500, points: 0 },
] as const
const claim = (over: Partial<Claim>): Claim => ({
  item: 'A1.group',
  points: null,
  note: '',
  papers: [],
  ...over,
})
const faultsOf = (work: () => void): string[] => {
  try {
    work()
    return []
  } catch (error) {
    return (error as DomainError).errors.map(({ path, code }) => `${path} ${code}`)
  }
}
const textsOf = (claims: Claim[]): string[] => {
  try {
    checkClaims(ITEMS, claims)
    return []
  } catch (error) {
    return (error as DomainError).errors.map(({ text }) => text)
  }
}

describe('points of an item beside the rules’ own', () => {
  it('adds up what the rules gave, and what was changed in its place', () => {
    expect(pointsAfter(ITEMS, [])).toBe(400)
    expect(pointsAfter(ITEMS, [{ item: 'A1.group', points: 300 }])).toBe(700)
    expect(pointsAfter(ITEMS, [{ item: 'A1.funds', points: 0 }])).toBe(0)
  })

  it.each([
    ['the same points, bare', claim({ item: 'A1.funds', points: 400 }), []],
    ['other points, bare', claim({ points: 400 }), ['claims.0.note required']],
    ['other points with a note', claim({ points: 400, note: '文件在村委会' }), []],
    [
      'other points with a paper',
      claim({ points: 1, papers: [{ title: '文件', number: '', keptAt: '村委会', photos: [] }] }),
      [],
    ],
    ['the whole weight', claim({ points: 400, note: '见文件' }), []],
    ['more than the weight', claim({ points: 401, note: '见文件' }), ['claims.0.points tooLarge']],
    ['the supervisors’ item', claim({ item: 'A6', points: 0 }), ['claims.0.points byRecord']],
    ['a note alone', claim({ item: 'A6', note: '以创促建' }), []],
  ])('a claim: %s', (_, one, faults) => {
    expect(faultsOf(() => checkClaims(ITEMS, [one]))).toEqual(faults)
  })

  it('says of every claim that lacks its basis which item it is', () => {
    expect(textsOf([claim({ points: 100 }), claim({ item: 'A1.funds', points: 100 })])).toEqual([
      expect.stringContaining(`“${itemTitle('A1.group')}”`),
      expect.stringContaining(`“${itemTitle('A1.funds')}”`),
    ])
  })

  it('lets a review change no more than an item weighs, and never the supervisors’ own', () => {
    const reason = '核对了纸质文件'
    expect(faultsOf(() => checkChanges(ITEMS, [{ item: 'A1.group', points: 400, reason }]))).toEqual([])
    expect(
      faultsOf(() =>
        checkChanges(ITEMS, [
          { item: 'A1.group', points: 401, reason },
          { item: 'A6', points: 1, reason },
        ]),
      ),
    ).toEqual(['changes.0.points tooLarge', 'changes.1.points byRecord'])
  })
})
