import { describe, expect, it } from '@jest/globals'
import { arrangesDuty, mayDoDuty } from './arranging.ts'

const talk = { kind: 'talk', owedBy: 'case-worker', settledBy: 'talk' } as const
const report = { kind: 'police-report', owedBy: 'case-worker', settledBy: null } as const

describe('交给同事办', () => {
  it('谁该办谁可以安排，书记和镇禁毒办可以安排所有的事', () => {
    for (const role of ['case-worker', 'village-secretary', 'town-office'] as const)
      expect(arrangesDuty(role, talk)).toBe(true)
    expect(arrangesDuty('grid-worker', talk)).toBe(false)
  })

  it('能报这种记录的人可以办；不能报的不行；报告派出所只能由法律规定的岗位办', () => {
    expect(mayDoDuty('grid-worker', talk)).toBe(true)
    expect(mayDoDuty('teacher', talk)).toBe(false)
    expect(mayDoDuty('case-worker', report)).toBe(true)
    expect(mayDoDuty('village-secretary', report)).toBe(false)
    expect(mayDoDuty('police', { ...talk, kind: 'town-decision' })).toBe(false)
  })
})
