import { describe, expect, it } from '@jest/globals'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { missed, owed } from '../testing/owed.ts'
import { obligations } from '../testing/whole.ts'

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const status = (value: string, payload = {}, on = '2026-01-01') =>
  aRecord('person-status', 'p1', on, { status: value, ...payload })
const treated = status('community-treatment', { reportedInOn: '2026-01-01' })
const rehabilitated = status('community-rehabilitation')
const locked = status('compulsory-isolation', { presence: null }, '2026-01-20')
const test = (on: string, payload = {}) => aRecord('urine-test', 'p1', on, payload)
const group = (payload = {}, on = '2026-01-05') => aRecord('support-group', 'p1', on, payload)
const since = (on: string) => aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: on })

describe('谈话、检测:谁做、到哪天、做了什么就算', () => {
  const cycle = { subjectId: 'p1', period: '2026-C1', clause: '三(二)2', opensOn: '2026-01-01' }

  it('这一期的谈话和检测,由专干做到期末', () => {
    const common = { ...cycle, dueOn: '2026-02-28', owedBy: 'case-worker', mendableAfterDue: false }
    expect(owed('talk', [registered, rehabilitated], '2026-01-10')).toStrictEqual([
      { id: 'talk:p1:2026-C1', kind: 'talk', settledBy: 'talk', part: 'S2.talks', ...common },
    ])
    expect(owed('test', [registered, rehabilitated], '2026-01-10')).toStrictEqual([
      { id: 'test:p1:2026-C1', kind: 'test', settledBy: 'urine-test', part: 'S2.tests', ...common },
    ])
  })

  it('检测做了、谈话没做,只说谈话', () => {
    const records = [registered, rehabilitated, test('2026-01-05')]
    expect(owed('test', records, '2026-01-10')).toEqual([])
    expect(owed('talk', records, '2026-01-10')).toHaveLength(1)
    expect(missed(records, '2026-03-01').filter(({ subjectId }) => subjectId === 'p1')).toStrictEqual([
      {
        id: 'talk:p1:2026-C1',
        kind: 'talk',
        subjectId: 'p1',
        period: '2026-C1',
        closedOn: '2026-02-28',
        part: 'S2.talks',
      },
    ])
  })

  it('谈话做了、检测没做,只说检测', () => {
    const records = [registered, rehabilitated, aRecord('talk', 'p1', '2026-01-05')]
    expect(missed(records, '2026-03-01').filter(({ subjectId }) => subjectId === 'p1')).toStrictEqual([
      {
        id: 'test:p1:2026-C1',
        kind: 'test',
        subjectId: 'p1',
        period: '2026-C1',
        closedOn: '2026-02-28',
        part: 'S2.tests',
      },
    ])
  })

  it('没有检测依据的期过了,不说没检测', () => {
    const helped = status('helped', { testBasis: 'none' })
    const kinds = missed([registered, helped], '2026-03-01').flatMap((one) =>
      one.subjectId === 'p1' ? [one.kind] : [],
    )
    expect(kinds).toEqual(['talk'])
  })

  it('期末正是开始用系统的那天,没做的要说;前一天的不说', () => {
    const of = (startOn: string) =>
      missed([registered, rehabilitated], '2026-03-01', { startOn }).filter(({ kind }) => kind === 'talk')
    expect(of('2026-02-28')).toHaveLength(1)
    expect(of('2026-03-01')).toEqual([])
  })

  it('从帮扶开始那天算期的,跨到第二年的期也从今年做起', () => {
    const policies: Policies = {
      ...WHOLE_NOTICE_POLICIES,
      counties: { [AREA.slice(0, 6)]: { cycleAnchor: [{ from: '2026-01-01', value: 'support-start' }] } },
    }
    const begun = [
      aRecord('person-registration', 'p1', '2026-12-10'),
      status('community-rehabilitation', {}, '2026-12-10'),
    ]
    const { open } = obligations(aLedger(begun), { asOf: '2026-12-20', policies })
    expect(open.filter(({ kind }) => kind === 'talk')).toMatchObject([
      { id: 'talk:p1:A2026-12-10', opensOn: '2026-12-10', dueOn: '2027-02-09' },
    ])
  })
})

describe('检测之后:谁写结论、谁重做', () => {
  it('阳性的由派出所3天内写结论', () => {
    const positive = test('2026-01-10', { result: 'positive' })
    expect(owed('test-outcome', [registered, rehabilitated, positive], '2026-01-10')).toStrictEqual([
      {
        id: `test-outcome:p1:${positive.id}`,
        kind: 'test-outcome',
        subjectId: 'p1',
        period: positive.id,
        clause: '三(二)2',
        opensOn: '2026-01-10',
        dueOn: '2026-01-13',
        owedBy: 'police',
        settledBy: 'test-outcome',
        part: 'S2.relapse',
        mendableAfterDue: true,
      },
    ])
  })

  it('无效的由专干3天内重做', () => {
    const invalid = test('2026-01-10', { result: 'invalid' })
    expect(owed('recheck', [registered, rehabilitated, invalid], '2026-01-10')).toStrictEqual([
      {
        id: `recheck:p1:${invalid.id}`,
        kind: 'recheck',
        subjectId: 'p1',
        period: invalid.id,
        clause: '三(二)2',
        opensOn: '2026-01-10',
        dueOn: '2026-01-13',
        owedBy: 'case-worker',
        settledBy: 'urine-test',
        part: 'S2.tests',
        mendableAfterDue: true,
      },
    ])
  })

  it('不接受的、没有证明的外地检测,不是重做', () => {
    for (const payload of [{ result: 'refused' }, { place: 'away', certificate: 'no' }])
      expect(owed('recheck', [registered, rehabilitated, test('2026-01-10', payload)], '2026-01-10')).toEqual(
        [],
      )
  })

  it('只重做这一期、帮扶期间的', () => {
    const invalid = (on: string) => test(on, { result: 'invalid' })
    const long = [
      aRecord('person-registration', 'p1', '2025-06-01'),
      status('helped', { testBasis: 'consented' }, '2026-01-05'),
    ]
    expect(owed('recheck', [...long, invalid('2026-01-04')], '2026-01-10')).toEqual([])
    expect(owed('recheck', [...long, invalid('2026-01-05')], '2026-01-10')).toHaveLength(1)
    const twice = [
      registered,
      rehabilitated,
      locked,
      status('community-rehabilitation', {}, '2026-02-05'),
      invalid('2026-02-06'),
    ]
    expect(owed('recheck', twice, '2026-02-07')).toHaveLength(1)
    expect(owed('recheck', [registered, invalid('2026-01-10')], '2026-01-11')).toEqual([])
  })
})

describe('帮教小组:由村书记成立、补齐', () => {
  const common = {
    subjectId: 'p1',
    period: '2026-01-01',
    opensOn: '2026-01-01',
    dueOn: '2026-01-16',
    owedBy: 'village-secretary',
    settledBy: 'support-group',
    mendableAfterDue: true,
  }

  it('没有的成立', () => {
    expect(owed('support-group', [registered, treated], '2026-01-10')).toStrictEqual([
      {
        id: 'support-group:p1:2026-01-01',
        kind: 'support-group',
        clause: '三(二)2',
        part: 'S2.support',
        ...common,
      },
    ])
  })

  it('缺人的补齐', () => {
    const records = [registered, treated, group({ members: ['police', 'medical'] })]
    expect(owed('group-members', records, '2026-01-10')).toStrictEqual([
      {
        id: 'group-members:p1:2026-01-01',
        kind: 'group-members',
        clause: '三(二)4',
        part: 'S4.groups',
        params: { kinds: ['family', 'village-cadre'] },
        ...common,
      },
    ])
    expect(owed('full-group', records, '2026-01-10')).toEqual([])
  })

  it('社区戒毒的按条例还要三种人,都有了就没有事', () => {
    const three = ['family', 'village-cadre', 'police']
    expect(owed('full-group', [registered, treated, group()], '2026-01-10')).toStrictEqual([
      {
        id: 'full-group:p1:2026-01-01',
        kind: 'full-group',
        clause: '戒毒条例 第十七条',
        part: null,
        params: { kinds: ['medical', 'volunteer', 'social-worker'] },
        ...common,
      },
    ])
    const full = [...three, 'medical', 'volunteer', 'social-worker']
    expect(owed('full-group', [registered, treated, group({ members: full })], '2026-01-10')).toEqual([])
    const alone = { members: full.slice(1), noFamilyReason: 'no-relatives' }
    expect(owed('full-group', [registered, treated, group(alone)], '2026-01-10')).toEqual([])
  })

  it('不在帮扶的人不用成立、不用补齐', () => {
    for (const kind of ['support-group', 'group-members', 'full-group'] as const) {
      expect(owed(kind, [registered, treated, locked], '2026-01-20')).toEqual([])
      expect(owed(kind, [registered], '2026-01-20')).toEqual([])
    }
  })
})

describe('档案:由谁补什么', () => {
  const file = { subjectId: 'p1', period: '2026-01-01', opensOn: '2026-01-01', mendableAfterDue: true }

  it('没有措施的,镇里15天内写明', () => {
    expect(owed('measure', [registered], '2026-01-10')).toStrictEqual([
      {
        id: 'measure:p1:2026-01-01',
        kind: 'measure',
        clause: '三(二)1',
        dueOn: '2026-01-16',
        owedBy: 'town-office',
        settledBy: 'person-status',
        part: 'S1',
        ...file,
      },
    ])
  })

  it('刑期不知道的,派出所30天内补', () => {
    const prison = status('imprisoned', { presence: null })
    expect(owed('sentence', [registered, prison], '2026-01-10')).toStrictEqual([
      {
        id: 'sentence:p1:2026-01-01',
        kind: 'sentence',
        clause: '三(二)2',
        dueOn: '2026-01-31',
        owedBy: 'police',
        settledBy: 'person-status',
        part: 'S2.threeYears',
        ...file,
      },
    ])
  })

  it('从哪天起没再使用不知道的,镇里30天内补', () => {
    expect(owed('abstinence-start', [registered, treated], '2026-01-10')).toStrictEqual([
      {
        id: 'abstinence-start:p1:2026-01-01',
        kind: 'abstinence-start',
        clause: '三(二)2',
        dueOn: '2026-01-31',
        owedBy: 'town-office',
        settledBy: 'abstinence-start',
        part: 'S2.threeYears',
        ...file,
      },
    ])
  })

  it('登记在用系统以前的,从开始用的那天算', () => {
    expect(owed('measure', [registered], '2026-03-10', { startOn: '2026-03-01' })).toMatchObject([
      { period: '2026-03-01', dueOn: '2026-03-16' },
    ])
  })
})

describe('社区戒毒的期限 — 禁毒法 第三十三条、戒毒条例 第七条、第十四条', () => {
  it('没报到的,镇里办报到', () => {
    expect(owed('report-in', [registered, status('community-treatment')], '2026-01-10')).toStrictEqual([
      {
        id: 'report-in:p1:2026-01-01',
        kind: 'report-in',
        subjectId: 'p1',
        period: '2026-01-01',
        clause: '戒毒条例 第十四条',
        opensOn: '2026-01-01',
        dueOn: '2026-01-16',
        owedBy: 'town-office',
        settledBy: 'person-status',
        part: null,
        mendableAfterDue: true,
      },
    ])
    expect(owed('report-in', [registered, rehabilitated], '2026-01-10')).toEqual([])
  })

  it('满三年的那天起办解除,前一天还没有', () => {
    expect(owed('term-end', [registered, treated], '2028-12-31')).toEqual([])
    expect(owed('term-end', [registered, treated], '2029-01-01')).toStrictEqual([
      {
        id: 'term-end:p1:2029-01-01',
        kind: 'term-end',
        subjectId: 'p1',
        period: '2029-01-01',
        clause: '禁毒法 第三十三条',
        opensOn: '2029-01-01',
        dueOn: '2029-01-31',
        owedBy: 'town-office',
        settledBy: 'person-status',
        part: null,
        mendableAfterDue: true,
      },
    ])
  })

  it('戒断快满三年的,镇里准备封存;不知道从哪天起的没有这件事', () => {
    expect(owed('retirement', [registered, treated, since('2023-06-01')], '2026-05-02')).toStrictEqual([
      {
        id: 'retirement:p1:2026-06-01',
        kind: 'retirement',
        subjectId: 'p1',
        period: '2026-06-01',
        clause: '戒毒条例 第七条',
        opensOn: '2026-05-02',
        dueOn: '2026-06-01',
        owedBy: 'town-office',
        settledBy: null,
        part: null,
        mendableAfterDue: true,
      },
    ])
    expect(owed('retirement', [registered, treated], '2026-05-02')).toEqual([])
  })
})

describe('核实、联系、补全档案:由村书记做', () => {
  const known = { subjectId: 'p1', owedBy: 'village-secretary', mendableAfterDue: true }

  it('在册的人31天核实一次', () => {
    expect(owed('verification', [registered, rehabilitated], '2026-01-10')).toStrictEqual([
      {
        id: 'verification:p1:2026-01-01',
        kind: 'verification',
        period: '2026-01-01',
        clause: '三(二)3',
        opensOn: '2026-01-02',
        dueOn: '2026-02-01',
        settledBy: 'verification',
        part: 'S3',
        ...known,
      },
    ])
  })

  it('重点人员31天核实一次', () => {
    const listed = aRecord('key-person', 'p1', '2026-01-01')
    expect(owed('verification', [listed], '2026-01-10')).toStrictEqual([
      {
        id: 'verification:p1:2026-01-01',
        kind: 'verification',
        period: '2026-01-01',
        clause: '三(二)6',
        opensOn: '2026-01-02',
        dueOn: '2026-02-01',
        settledBy: 'verification',
        part: 'S6',
        ...known,
      },
    ])
  })

  it('两处都要核实的,按先到期的那处;同一天到期的按登记表', () => {
    const records = [registered, rehabilitated]
    const listed = (on: string) => aRecord('key-person', 'p1', on)
    const parts = (on: string) =>
      owed('verification', [...records, listed(on)], '2026-02-10').map(({ part, dueOn }) => [part, dueOn])
    expect(parts('2025-12-20')).toEqual([['S6', '2026-01-20']])
    expect(parts('2026-01-01')).toEqual([['S3', '2026-02-01']])
    expect(parts('2026-01-20')).toEqual([['S3', '2026-02-01']])
  })

  it('联系不上的15天内联系上', () => {
    const out = status('missing', { presence: null }, '2026-01-10')
    expect(owed('locate', [registered, rehabilitated, out], '2026-01-10')).toStrictEqual([
      {
        id: 'locate:p1:2026-01-10',
        kind: 'locate',
        period: '2026-01-10',
        clause: '三(二)1',
        opensOn: '2026-01-10',
        dueOn: '2026-01-25',
        settledBy: 'person-status',
        part: 'S1',
        ...known,
      },
    ])
    // Without any status the town office owes a measure, and nobody is to be found.
    const other = aRecord('person-registration', 'p0', '2026-01-01')
    expect(owed('locate', [other], '2026-01-10')).toEqual([])
    expect(owed('locate', [other, registered, rehabilitated, out], '2026-01-10')).toHaveLength(1)
    const gone = status('deceased', { presence: null }, '2026-01-10')
    expect(owed('locate', [registered, rehabilitated, gone], '2026-01-10')).toEqual([])
  })

  it('登记表没填全的30天内填全,填全了就没有了;去世的不用填', () => {
    const partial = aRecord('person-registration', 'p1', '2026-01-01', { birthYear: null })
    expect(owed('file-fields', [partial, rehabilitated], '2026-01-10')).toStrictEqual([
      {
        id: 'file-fields:p1:2026-01-01',
        kind: 'file-fields',
        period: '2026-01-01',
        clause: '三(三)4',
        opensOn: '2026-01-01',
        dueOn: '2026-01-31',
        settledBy: 'person-registration',
        part: 'M4',
        ...known,
      },
    ])
    expect(owed('file-fields', [registered, rehabilitated], '2026-01-10')).toEqual([])
    const gone = status('deceased', { presence: null })
    expect(owed('file-fields', [partial, gone], '2026-01-10')).toEqual([])
  })

  it('没有措施的重点人员15天内定措施', () => {
    const listed = (measure: string) => aRecord('key-person', 'p1', '2026-01-01', { measure })
    expect(owed('key-person-measure', [listed('none')], '2026-01-10')).toStrictEqual([
      {
        id: 'key-person-measure:p1:2026-01-01',
        kind: 'key-person-measure',
        period: '2026-01-01',
        clause: '三(二)6',
        opensOn: '2026-01-01',
        dueOn: '2026-01-16',
        settledBy: 'key-person',
        part: 'S6',
        ...known,
      },
    ])
    expect(owed('key-person-measure', [listed('visits')], '2026-01-10')).toEqual([])
  })

  it('走访核对:从没走访过的30天内,走访过的92天一次', () => {
    const sweep = {
      kind: 'sweep',
      clause: '三(二)6',
      settledBy: 'sweep',
      part: 'S6',
      ...known,
      subjectId: AREA,
    }
    expect(owed('sweep', [], '2026-01-10', { startOn: '2026-01-05' })).toStrictEqual([
      {
        id: `sweep:${AREA}:2026-01-05`,
        period: '2026-01-05',
        opensOn: '2026-01-05',
        dueOn: '2026-02-04',
        ...sweep,
      },
    ])
    expect(owed('sweep', [aRecord('sweep', '', '2026-03-30')], '2026-05-31')).toStrictEqual([
      {
        id: `sweep:${AREA}:2026-03-30`,
        period: '2026-03-30',
        opensOn: '2026-05-31',
        dueOn: '2026-06-30',
        ...sweep,
      },
    ])
  })
})
