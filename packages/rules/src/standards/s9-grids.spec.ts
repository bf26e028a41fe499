import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const grid = (on = '2026-01-01', payload = {}) => aRecord('grid', 'g1', on, payload)
const worker = (on = '2026-01-01', payload = {}) => aRecord('grid-assignment', 'g1', on, payload)
const check = (on: string, payload = {}) => aRecord('skill-check', 'g1', on, payload)
const catalogue = aRecord('village-document', '', '2026-01-05', { document: 'ledger-catalogue' })

describe('S9.division 网格划分 — 三(二)9', () => {
  it.each([
    ['没有网格', [], '2026-06-30', 'undetermined'],
    ['界线和网格员都有', [grid(), worker()], '2026-06-30', 'met'],
    ['界线没画清', [grid('2026-01-01', { bounded: 'no' }), worker()], '2026-06-30', 'notMet'],
    ['没有网格员,登记第30天', [grid('2026-05-31')], '2026-06-30', 'notApplicable'],
    ['没有网格员,登记第31天', [grid('2026-05-30')], '2026-06-30', 'notMet'],
    ['网格员今天离任', [grid(), worker('2026-01-01', { until: '2026-06-30' })], '2026-06-30', 'notMet'],
    ['网格员明天离任', [grid(), worker('2026-01-01', { until: '2026-07-01' })], '2026-06-30', 'met'],
  ])('%s', (_, records, asOf, state) => {
    expect(partOf('S9.division', records, asOf).state).toBe(state)
  })
})

describe('S9.skill 网格员操作 — 三(二)9', () => {
  it.each([
    ['没有网格', [], 'notApplicable'],
    ['上任第30天没检查', [grid(), worker('2026-05-31')], 'notApplicable'],
    ['上任第31天没检查', [grid(), worker('2026-05-30')], 'notMet'],
    ['检查过,满12个月那天', [grid(), worker('2025-01-01'), check('2025-06-30')], 'met'],
    ['检查过,超过12个月', [grid(), worker('2025-01-01'), check('2025-06-29')], 'notMet'],
    ['只会手机端', [grid(), worker(), check('2026-03-01', { desktop: 'not-yet' })], 'notMet'],
    ['只会电脑端', [grid(), worker(), check('2026-03-01', { phone: 'not-yet' })], 'notMet'],
    ['别人通过的不算', [grid(), worker(), check('2026-03-01', { worker: ['worker-9'] })], 'notMet'],
  ])('%s', (_, records, state) => {
    expect(partOf('S9.skill', records, '2026-06-30').state).toBe(state)
  })
})

describe('S9.work 网格工作 — 三(二)9', () => {
  const patrol = (on: string) => aRecord('patrol', 'g1', on)
  const cleanUp = (on: string) => aRecord('clean-up', 'g1', on)
  const base = [grid(), worker(), catalogue]
  it.each([
    ['没有网格', [catalogue], '2026-06-30', 'notApplicable'],
    ['5月巡查了,92天前清理清查', [...base, patrol('2026-05-31'), cleanUp('2026-03-30')], '2026-06-30', 'met'],
    ['清理清查过了93天', [...base, patrol('2026-05-31'), cleanUp('2026-03-29')], '2026-06-30', 'notMet'],
    ['只有4月巡查', [...base, patrol('2026-04-30'), cleanUp('2026-06-01')], '2026-06-30', 'notMet'],
    ['7月9日还看5月', [...base, patrol('2026-05-31'), cleanUp('2026-06-01')], '2026-07-09', 'met'],
    ['7月10日看6月', [...base, patrol('2026-05-31'), cleanUp('2026-06-01')], '2026-07-10', 'notMet'],
    ['没有台账目录', [grid(), worker(), patrol('2026-05-31'), cleanUp('2026-06-01')], '2026-06-30', 'notMet'],
    ['5月1日登记的网格,5月要巡查', [grid('2026-05-01'), catalogue], '2026-06-30', 'notMet'],
    ['5月2日登记的网格,6月才开始', [grid('2026-05-02'), catalogue], '2026-06-30', 'met'],
    ['登记满92天才看清理清查', [grid('2026-03-30'), catalogue, patrol('2026-05-03')], '2026-06-30', 'met'],
    [
      '登记过了92天要有清理清查',
      [grid('2026-03-29'), catalogue, patrol('2026-05-03')],
      '2026-06-30',
      'notMet',
    ],
  ])('%s', (_, records, asOf, state) => {
    expect(partOf('S9.work', records, asOf).state).toBe(state)
  })

  it('过去的月没巡查不能补,下月再看;清理清查和目录能补', () => {
    expect(partOf('S9.work', base, '2026-06-30')).toMatchObject({
      mendable: false,
      next: { code: 'patrolNextMonth', params: { count: 1 } },
    })
    expect(partOf('S9.work', [grid(), patrol('2026-05-03')], '2026-06-30')).toMatchObject({
      mendable: true,
      next: { code: 'completeGridWork', params: { count: 2 } },
    })
  })
})
