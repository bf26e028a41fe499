import { describe, expect, it } from '@jest/globals'
import { AREA, aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const registered = (id = 'p1', on = '2026-01-01') => aRecord('person-registration', id, on)
const status = (id = 'p1', on = '2026-01-01', payload = {}) => aRecord('person-status', id, on, payload)
const locked = { status: 'compulsory-isolation', presence: null }
const roster = aRecord('roster-confirmation', '', '2026-05-31')
const group = (id = 'p1', payload = {}) => aRecord('support-group', id, '2026-01-10', payload)
const asOf = '2026-06-30'

/** What every part about persons says of a village that never counted anybody. */
const NEVER_COUNTED = {
  state: 'undetermined',
  reason: 'rosterNotConfirmed',
  deciding: [],
  missing: [{ code: 'rosterConfirmation', period: '2026-05' }],
  notes: [],
  next: { code: 'confirmRoster' },
  mendable: true,
}
const NONE_FOUND = {
  state: 'notApplicable',
  reason: 'noneFound',
  deciding: [],
  missing: [],
  notes: [{ code: 'noneFoundTrack', params: {} }],
  mendable: false,
}
const NOTHING_TO_JUDGE = {
  state: 'notApplicable',
  reason: 'nothingToJudge',
  deciding: [],
  missing: [],
  notes: [],
  mendable: false,
}

describe('没有人可核对时怎么说 — 三(二)', () => {
  it.each(['S1', 'S2.support', 'S2.talks', 'S2.tests', 'S4.groups'] as const)(
    '%s:名册没确认过,先确认名册',
    (part) => {
      expect(judgementOf(part, [], asOf)).toStrictEqual(NEVER_COUNTED)
    },
  )

  it('村里开始用系统那天起就该确认,以前不欠', () => {
    const head = { startOn: '2026-06-30' }
    expect(judgementOf('S1', [], '2026-06-30', head).mendable).toBe(true)
    expect(judgementOf('S1', [], '2026-06-29', head).mendable).toBe(false)
  })

  it.each(['S1', 'S2.support', 'S2.talks', 'S2.tests', 'S2.threeYears', 'S4.groups'] as const)(
    '%s:名册确认了、一个人也没有,说明走的是另一条路',
    (part) => {
      expect(judgementOf(part, [roster], asOf)).toStrictEqual(NONE_FOUND)
    },
  )

  it.each(['S1', 'S2.support', 'S2.talks', 'S2.tests', 'S2.threeYears', 'S4.groups'] as const)(
    '%s:登记过的人都去世了,也说明走的是另一条路',
    (part) => {
      const gone = status('p1', '2025-12-01', { status: 'deceased', presence: null })
      expect(judgementOf(part, [roster, registered('p1', '2025-01-01'), gone], asOf)).toStrictEqual(
        NONE_FOUND,
      )
    },
  )

  it('有人在册但都不在帮扶,帮扶的部分没有可核对的', () => {
    const inside = [registered(), status('p1', '2026-01-01', locked)]
    for (const part of ['S2.support', 'S2.talks', 'S2.tests', 'S4.groups'] as const)
      expect(judgementOf(part, inside, asOf)).toStrictEqual(NOTHING_TO_JUDGE)
    expect(judgementOf('S2.threeYears', inside, asOf)).toMatchObject({ state: 'undetermined' })
  })
})

describe('S1 都有措施 — 三(二)1', () => {
  it('说出依据哪条记录、还缺谁、缺什么', () => {
    const records = [
      registered('p1'),
      status('p1'),
      registered('p2'),
      status('p2', '2026-02-01', { status: 'missing', presence: null }),
      registered('p3'),
    ]
    expect(judgementOf('S1', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 3,
      deciding: ['person-status_p1_2026-01-01', 'person-status_p2_2026-02-01'],
      missing: [
        { code: 'outOfTouch', subjectId: 'p2' },
        { code: 'measure', subjectId: 'p3' },
      ],
      notes: [],
      next: { code: 'recordMeasures', params: { count: 2 } },
      mendable: true,
    })
  })

  it('都有措施,没有要做的', () => {
    expect(judgementOf('S1', [registered(), status()], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ['person-status_p1_2026-01-01'],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('期限里的人只列出人数', () => {
    expect(judgementOf('S1', [registered('p1', asOf)], asOf)).toStrictEqual({
      ...NOTHING_TO_JUDGE,
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
  })
})

describe('S2.support 帮教率 — 三(二)2', () => {
  it('说出哪个小组算数、谁没有小组、要建几个', () => {
    const records = [
      registered('p1'),
      status('p1'),
      group('p1'),
      registered('p2'),
      status('p2'),
      registered('p3', '2026-06-20'),
      status('p3', '2026-06-20'),
    ]
    expect(judgementOf('S2.support', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: ['support-group_p1_2026-01-10'],
      missing: [{ code: 'supportGroup', subjectId: 'p2' }],
      notes: [{ code: 'inTerm', params: { count: 1 } }],
      next: { code: 'formGroup', params: { count: 1 } },
      mendable: true,
    })
  })

  it('都在期限里,没有可核对的;都有小组,没有要做的', () => {
    const fresh = [registered('p1', '2026-06-20'), status('p1', '2026-06-20')]
    expect(judgementOf('S2.support', fresh, asOf)).toStrictEqual({
      ...NOTHING_TO_JUDGE,
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
    expect(judgementOf('S2.support', [registered(), status(), group()], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ['support-group_p1_2026-01-10'],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('不在帮扶的人不看有没有小组', () => {
    const records = [registered(), status(), group(), registered('p2'), status('p2', '2026-01-01', locked)]
    expect(judgementOf('S2.support', records, asOf)).toMatchObject({ state: 'met', denominator: 1 })
  })
})

describe('S2.talks、S2.tests 每两个月一次 — 三(二)2', () => {
  const talk = (on: string) => aRecord('talk', 'p1', on)
  const two = [registered('p1', '2025-01-01'), status('p1', '2025-12-01')]

  it('过去的期补不了,说几期;做了的说依据哪条', () => {
    expect(judgementOf('S2.talks', [...two, talk('2026-02-01')], '2026-05-31')).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: ['talk_p1_2026-02-01'],
      missing: [{ code: 'talk', subjectId: 'p1', period: '2026-C2' }],
      notes: [],
      next: { code: 'cannotMend', params: { count: 1 } },
      mendable: false,
    })
  })

  it('今天是最后一天的期,今天还能做', () => {
    expect(judgementOf('S2.tests', two, '2026-02-28')).toStrictEqual({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      deciding: [],
      missing: [{ code: 'test', subjectId: 'p1', period: '2026-C1' }],
      notes: [],
      next: { code: 'testToday', params: { count: 1 } },
      mendable: true,
    })
  })

  it('都做了,没有要做的,也没有要说的', () => {
    expect(judgementOf('S2.talks', [...two, talk('2026-02-01')], '2026-03-31')).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ['talk_p1_2026-02-01'],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('用系统以前的期等依据;有依据的按依据', () => {
    const head = { startOn: '2026-05-01' }
    expect(judgementOf('S2.talks', two, '2026-05-31', head)).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      numerator: 0,
      denominator: 2,
      deciding: [],
      missing: [
        { code: 'talkBeforeStart', subjectId: 'p1', period: '2026-C1' },
        { code: 'talkBeforeStart', subjectId: 'p1', period: '2026-C2' },
      ],
      notes: [],
      next: { code: 'pastEvidence', params: { count: 2 } },
      mendable: false,
    })
    const paper = aRecord('past-evidence', '', '2026-05-02', { firstMonth: '2026-01', lastMonth: '2026-04' })
    expect(judgementOf('S2.talks', [...two, paper], '2026-05-31', head)).toMatchObject({
      state: 'met',
      numerator: 2,
      deciding: [paper.id],
    })
  })

  it('以前的期还等依据,今天的期就是今天做了也达不了标', () => {
    const open = judgementOf('S2.talks', two, '2026-04-30', { startOn: '2026-03-01' })
    expect(open).toMatchObject({ state: 'notMet', next: { code: 'talkToday' }, mendable: false })
    expect(open.reason).toBeUndefined()
  })

  it('没有检测依据的期只列出,谈话照判', () => {
    const helped = status('p1', '2025-12-01', { status: 'helped', testBasis: 'none' })
    const records = [registered('p1', '2025-01-01'), helped]
    expect(judgementOf('S2.tests', records, '2026-03-31')).toStrictEqual({
      ...NOTHING_TO_JUDGE,
      notes: [{ code: 'withoutBasis', params: { count: 1 } }],
    })
    expect(judgementOf('S2.talks', records, '2026-03-31')).toMatchObject({ state: 'notMet', denominator: 1 })
  })
})

describe('S2.relapse 没有复吸 — 三(二)2', () => {
  const base = [registered('p1', '2025-01-01'), status('p1', '2025-01-01')]
  const found = aRecord('relapse', 'p1', '2026-03-01')
  const waiting = aRecord('relapse', 'p1', '2026-04-01', {}, { reviewState: 'pending' })
  const positive = aRecord('urine-test', 'p1', '2026-05-01', { result: 'positive' })
  const none = { state: 'met', deciding: [], missing: [], notes: [], mendable: false }

  it('没有认定,什么也不用做', () => {
    expect(judgementOf('S2.relapse', base, asOf)).toStrictEqual(none)
  })

  it('认定了的、等核对的、没有结论的都列出;认定了的补不了', () => {
    expect(judgementOf('S2.relapse', [...base, positive, waiting, found], asOf)).toStrictEqual({
      state: 'notMet',
      deciding: [found.id, waiting.id, positive.id],
      missing: [
        { code: 'relapse', subjectId: 'p1', period: '2026-03-01' },
        { code: 'relapsePending', subjectId: 'p1', period: '2026-04-01' },
        { code: 'testOutcome', subjectId: 'p1', period: '2026-05-01' },
      ],
      notes: [],
      next: { code: 'cannotMend', params: { count: 1 } },
      mendable: false,
    })
  })

  it('只有等核对的,等第二个人核对', () => {
    expect(judgementOf('S2.relapse', [...base, waiting], asOf)).toStrictEqual({
      state: 'undetermined',
      reason: 'awaitingReview',
      deciding: [waiting.id],
      missing: [{ code: 'relapsePending', subjectId: 'p1', period: '2026-04-01' }],
      notes: [],
      next: { code: 'awaitReview' },
      mendable: false,
    })
  })

  it('阳性没有结论,记下结论', () => {
    expect(judgementOf('S2.relapse', [...base, positive], asOf)).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      deciding: [positive.id],
      missing: [{ code: 'testOutcome', subjectId: 'p1', period: '2026-05-01' }],
      notes: [],
      next: { code: 'recordOutcome', params: { count: 1 } },
      mendable: true,
    })
  })
})

describe('S4.groups 小组里的人 — 三(二)4', () => {
  it('说出哪个小组缺哪些人', () => {
    const records = [
      registered('p1'),
      status('p1'),
      group('p1'),
      registered('p2'),
      status('p2'),
      group('p2', { members: ['police', 'volunteer'] }),
    ]
    expect(judgementOf('S4.groups', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: ['support-group_p1_2026-01-10', 'support-group_p2_2026-01-10'],
      missing: [{ code: 'groupMembers', subjectId: 'p2', params: { kinds: ['family', 'village-cadre'] } }],
      notes: [],
      next: { code: 'completeGroup', params: { count: 1 } },
      mendable: true,
    })
  })

  it('期限里就齐了的,马上算;没有小组的人不算', () => {
    const fresh = [registered('p1', '2026-06-20'), status('p1', '2026-06-20')]
    const formed = aRecord('support-group', 'p1', '2026-06-21')
    expect(judgementOf('S4.groups', [...fresh, formed, registered('p2'), status('p2')], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: [formed.id],
      missing: [],
      notes: [],
      mendable: false,
    })
  })
})

describe('转走的人 — 三(一)', () => {
  it('责任随人走:转走那天起不看本村的小组和措施', () => {
    const away = aRecord('transfer-acceptance', 'p1', '2026-06-01')
    const records: LedgerRecord[] = [
      registered(),
      status(),
      away,
      registered('p2'),
      status('p2'),
      group('p2'),
    ]
    expect(judgementOf('S2.support', records, '2026-05-31')).toMatchObject({
      state: 'notMet',
      denominator: 2,
    })
    expect(judgementOf('S2.support', records, '2026-06-01')).toMatchObject({ state: 'met', denominator: 1 })
    expect(away.payload.fromArea).toBe(AREA)
  })
})
