import { describe, expect, it } from '@jest/globals'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'
import { assess, openVillage } from '../testing/whole.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { assessVillage } from './assess.ts'
import { s8Sites } from './s8-sites.ts'

const asOf = '2026-06-30'
const site = aRecord('education-site', 's1', '2026-02-01')
const open = { state: 'undetermined', deciding: [], missing: [], notes: [], mendable: false }
const told = (record: LedgerRecord) => judgementOf('S8', [record], asOf)

describe('读不懂的记录:待判定,说为什么、在哪里、怎么办', () => {
  it('版本更新的、没听说过的记录,要更新程序', () => {
    expect(told({ ...site, schemaVersion: 99 })).toStrictEqual({
      ...open,
      reason: 'newerVersion',
      path: `records[id=${site.id}].schemaVersion`,
      next: { code: 'updateApp' },
    })
    expect(told({ ...site, kind: 'never-heard-of' })).toStrictEqual({
      ...open,
      reason: 'unknownKind',
      path: `records[id=${site.id}].kind`,
      next: { code: 'updateApp' },
    })
  })

  it('坏了的记录、坏了的台账,要报修', () => {
    expect(told({ ...site, payload: { ...site.payload, inUse: 5 } })).toStrictEqual({
      ...open,
      reason: 'malformedRecord',
      path: `records[id=${site.id}].payload.inUse`,
      next: { code: 'reportFault' },
    })
    const [part] = assess({ format: 'village-ledger@1' }, { asOf }).parts
    expect(part).toMatchObject({
      state: 'undetermined',
      reason: 'malformedLedger',
      path: 'areaCode',
      next: { code: 'reportFault' },
    })
  })

  it('规则出错、没有政策,也要报修', () => {
    const broken = {
      ...s8Sites,
      judge: () => {
        throw new TypeError('broken')
      },
    }
    const [part] = assessVillage(openVillage(aLedger([]), { asOf }), [broken]).parts
    expect(part).toMatchObject({ ...open, reason: 'ruleFailed', next: { code: 'reportFault' } })
    expect(judgementOf('S8', [aRecord('education-site', 's1', '2023-01-01')], '2023-03-23')).toStrictEqual({
      ...open,
      reason: 'noPolicy',
      next: { code: 'reportFault' },
    })
  })
})

describe('没有政策的日子', () => {
  it('算不出人数的,都写零;按十条标准走', () => {
    const { track, populations } = assess(aLedger([], { startOn: '2020-01-01' }), { asOf: '2023-03-23' })
    expect(track).toBe('ten-standards')
    expect(populations).toEqual({
      cumulative: 0,
      existing: 0,
      existingUnknown: 0,
      existingNational: 0,
      threeYears: 0,
      underSupport: 0,
      atHome: 0,
      away: 0,
      judgedMonth: '',
      rosterConfirmed: false,
    })
  })
})

describe('人数', () => {
  it('没有状态的人也数;国外的、去世的、转走的不在全国口径的现有里', () => {
    const registered = (id: string) => aRecord('person-registration', id, '2026-01-01')
    const status = (id: string, value: string, presence: string | null) =>
      aRecord('person-status', id, '2026-01-01', { status: value, presence })
    const records = [
      registered('p1'),
      registered('p2'),
      status('p2', 'abroad', null),
      registered('p3'),
      status('p3', 'community-rehabilitation', 'away'),
      registered('p4'),
      status('p4', 'community-rehabilitation', 'at-home'),
      registered('p5'),
      status('p5', 'community-rehabilitation', 'away'),
      registered('p6'),
      status('p6', 'deceased', null),
      registered('p7'),
      status('p7', 'community-rehabilitation', 'at-home'),
      aRecord('transfer-acceptance', 'p7', '2026-03-01', { fromArea: AREA }),
    ]
    expect(assess(aLedger(records), { asOf, policies: WHOLE_NOTICE_POLICIES }).populations).toEqual({
      cumulative: 7,
      existing: 4,
      existingUnknown: 0,
      existingNational: 4,
      threeYears: 0,
      underSupport: 3,
      atHome: 1,
      away: 2,
      judgedMonth: '2026-05',
      rosterConfirmed: false,
    })
  })
})
