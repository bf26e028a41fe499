import { describe, expect, it } from '@jest/globals'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { EXPLANATION_REASONS, explainable } from './explanation-reasons.ts'

describe('本月没有，原因', () => {
  it('每月要做的事可以说明原因;查出来的问题、报告派出所、缺的文件不可以', () => {
    for (const kind of ['talk', 'test', 'publicity', 'patrol', 'venue-inspection'] as const)
      expect(explainable(kind)?.reasons.length).toBeGreaterThan(2)
    for (const kind of [
      'police-report',
      'test-outcome',
      'report-in',
      'document',
      'pledge',
      'roster-confirmation',
    ] as const)
      expect(explainable(kind)).toBeUndefined()
  })

  it('人不在的,先记事实:记了状态、请假或转出,事情自己就没有了', () => {
    const { facts, reasons } = explainable('talk')!
    expect(facts.map((kind) => RECORD_KINDS[kind].label)).toEqual(['状态变动', '请假', '转出申请'])
    expect(reasons.map((reason) => EXPLANATION_REASONS[reason])).toContain('人在外面，暂时联系不上')
    expect(explainable('publicity')?.facts).toEqual([])
  })
})
