import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const site = (id: string, on: string, inUse = 'yes') => aRecord('education-site', id, on, { inUse })

describe('S8 教育阵地 — 三(二)8', () => {
  it.each([
    ['没有登记', [], 'notMet', 'site'],
    ['在用,满12个月那天', [site('s1', '2025-06-30')], 'met', undefined],
    ['在用,过了12个月', [site('s1', '2025-06-29')], 'notMet', 'siteStale'],
    ['停用了', [site('s1', '2026-01-01'), site('s1', '2026-02-01', 'no')], 'notMet', 'site'],
    ['一处停用一处在用', [site('s1', '2026-02-01', 'no'), site('s2', '2026-02-01')], 'met', undefined],
  ])('%s', (_, records, state, code) => {
    const part = partOf('S8', records, '2026-06-30')
    expect([part.state, part.missing[0]?.code]).toEqual([state, code])
  })
})
