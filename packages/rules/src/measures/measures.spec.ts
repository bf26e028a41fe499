import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const paper = (document: string, year = 2026) =>
  aRecord('village-document', '', '2026-02-01', { document, year }, { id: `${document}${year}` })
const group = (payload = {}, on = '2026-01-05') => aRecord('leading-group', '', on, payload)

describe('M1 工作方案 — 三(三)1', () => {
  it('今年的归了档才算', () => {
    expect(partOf('M1', [], '2026-06-30')).toMatchObject({ state: 'notMet', mendable: true })
    expect(partOf('M1', [paper('work-plan', 2025)], '2026-06-30').state).toBe('notMet')
    expect(partOf('M1', [paper('work-plan')], '2026-06-30').state).toBe('met')
  })
})

describe('M2 领导小组 — 三(三)2', () => {
  it.each([
    ['没有', [], 'notMet', undefined],
    ['齐全', [group()], 'met', undefined],
    ['组长不是驻村的镇班子成员', [group({ leader: 'other' })], 'notMet', ['leader']],
    ['不止一个组长', [group({ leader: 'none' })], 'notMet', ['leader']],
    ['副组长里没有村书记', [group({ deputy: 'other' })], 'notMet', ['deputy']],
    ['没有驻村民警', [group({ members: ['posted-cadre', 'committee'] })], 'notMet', ['group-police']],
    ['没有驻村同志', [group({ members: ['police', 'committee'] })], 'notMet', ['group-posted-cadre']],
    ['没有“两委”干部', [group({ members: ['police', 'posted-cadre'] })], 'notMet', ['group-committee']],
    ['没有办事机构', [group({ office: 'no' })], 'notMet', ['office-of-group']],
    ['没有专人', [group({ dedicated: 'no' })], 'notMet', ['dedicated']],
    ['新的小组代替旧的', [group({ dedicated: 'no' }), group({}, '2026-03-01')], 'met', undefined],
    ['结束了', [group({ closedOn: '2026-06-30' })], 'notMet', undefined],
  ])('%s', (_, records, state, kinds) => {
    const part = partOf('M2', records, '2026-06-30')
    expect([part.state, part.missing[0]?.params?.kinds]).toEqual([state, kinds])
  })
})

describe('M3 办公和资料 — 三(三)3', () => {
  const office = (items = ['office', 'facilities', 'board'], on = '2026-01-05') =>
    aRecord('village-office', '', on, { items })
  const three = ['basic-profile', 'responsibility', 'activity-schedule'].map((one) => paper(one))
  it.each([
    ['都没有', [], 'notMet', 0],
    ['都有', [office(), ...three], 'met', 4],
    ['少宣传栏', [office(['office', 'facilities']), ...three], 'notMet', 3],
    ['少一份资料', [office(), ...three.slice(1)], 'notMet', 3],
    ['后来拆了', [office(), office(['office'], '2026-05-01'), ...three], 'notMet', 3],
  ])('%s', (_, records, state, numerator) => {
    expect(partOf('M3', records, '2026-06-30')).toMatchObject({ state, numerator, denominator: 4 })
  })
})

describe('M4 人员登记表 — 三(三)4', () => {
  const registered = aRecord('person-registration', 'p1', '2026-05-31')
  it('要写明现在的情况,新登记的有30天', () => {
    expect(partOf('M4', [registered, aRecord('person-status', 'p1', '2026-06-30')], '2026-06-30').state).toBe(
      'met',
    )
    expect(partOf('M4', [registered], '2026-07-01')).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'fileFields' }],
    })
    expect(partOf('M4', [registered], '2026-06-30').state).not.toBe('notMet')
  })
  it('一个人也没有,确认了名册才算有空的登记表', () => {
    expect(partOf('M4', [], '2026-06-30').state).toBe('undetermined')
    expect(partOf('M4', [aRecord('roster-confirmation', '', '2026-05-31')], '2026-06-30').state).toBe('met')
  })
})

describe('M6 场所清楚 — 三(三)6', () => {
  const survey = (on: string) => aRecord('venue-survey', '', on)
  const venue = (on: string, payload = {}) => aRecord('venue', 'v1', on, payload)
  const unnamed = { keyParts: 'no', keyPartsText: null }
  const inspected = (on: string) => aRecord('venue-inspection', 'v1', on)
  it.each([
    ['没清点', [], 'undetermined'],
    ['清点后第365天,没有场所', [survey('2025-06-30')], 'notApplicable'],
    ['清点后第366天', [survey('2025-06-29')], 'undetermined'],
    ['检查后第90天', [survey('2026-06-01'), venue('2026-01-01'), inspected('2026-04-01')], 'met'],
    ['检查后第91天', [survey('2026-06-01'), venue('2026-01-01'), inspected('2026-03-31')], 'notMet'],
    ['登记第30天还没检查', [survey('2026-06-01'), venue('2026-05-31')], 'notApplicable'],
    ['登记第31天还没检查', [survey('2026-06-01'), venue('2026-05-30')], 'notMet'],
    ['没写重点部位', [survey('2026-06-01'), venue('2026-01-01', unnamed), inspected('2026-06-01')], 'notMet'],
    [
      '没有监控措施',
      [survey('2026-06-01'), venue('2026-01-01', { monitored: 'no' }), inspected('2026-06-01')],
      'notMet',
    ],
    ['没清点但有场所没检查', [venue('2026-01-01')], 'notMet'],
  ])('%s', (_, records, state) => {
    expect(partOf('M6', records, '2026-06-30').state).toBe(state)
  })
})
