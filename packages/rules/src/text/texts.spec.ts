import { describe, expect, it } from '@jest/globals'
import { POLICY_MEANINGS } from '../policy/meanings.ts'
import { POLICIES } from '../policy/policies.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import type { PartOutcome } from '../scorecard.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess, obligations } from '../testing/whole.ts'
import { NEVER, strings, unquoted } from '../testing/words.ts'
import { ASSESSMENT_ZH } from './assessment-text.ts'
import { dateText, periodText } from './dates.ts'
import { obligationReason } from './duty-reason-text.ts'
import { missedText, obligationTitle } from './duty-text.ts'
import { howText, missingText, nextText } from './finding-text.ts'
import { stateLabel } from './names.ts'
import { partText, partTitle, standardNumber } from './part-text.ts'
import { PLAQUE_ZH } from './plaque-text.ts'
import { SHOWN_ZH } from './shown-text.ts'
import { ZH } from './zh.ts'

const wording = { asOf: '2026-11-23', nameOf: (id: string) => (id === 'p1' ? '示范A-07' : undefined) }

const kindTexts = strings(
  Object.values(RECORD_KINDS).map(({ label, shortLabel, fields }) => ({
    label,
    shortLabel,
    fields: Object.values(fields).map((field) => [
      field.label,
      field.help,
      field.requiredText,
      field.options?.map((one) => one.label),
    ]),
  })),
)
const meanings = strings(POLICY_MEANINGS)
const ALL = [
  ...strings(ZH),
  ...strings(ASSESSMENT_ZH),
  ...strings(PLAQUE_ZH),
  ...strings(SHOWN_ZH),
  ...kindTexts,
  ...meanings,
]

describe('words', () => {
  it.each(ALL)('%s: “%s” says nothing that must never be said', (_, text) => {
    for (const word of NEVER) expect(unquoted(text)).not.toContain(word)
    expect(text).not.toMatch(/[!！]/)
  })

  it('the test that looks for them finds them', () => {
    expect(NEVER.some((word) => unquoted('“没有复吸”')?.includes(word))).toBe(false)
    expect(NEVER.some((word) => unquoted('尿检').includes(word))).toBe(true)
    expect(ALL.length).toBeGreaterThan(250)
  })

  it('lists and titles are neutral and short', () => {
    for (const text of [
      ...Object.values(ZH.obligation),
      ...Object.values(ZH.part),
      ...Object.values(RECORD_KINDS).map((one) => one.label),
    ])
      expect(text.length).toBeLessThanOrEqual(12)
  })

  it('nothing scores the use of the app, presence or persons', () => {
    const scoring = /登录次数|签到|在线时长|学习时长|使用次数|照片数|排名|名次|积分|打卡/
    for (const [, text] of ALL) expect(text).not.toMatch(scoring)
    const ids = [...Object.keys(POLICIES.values), ...Object.keys(ZH.part), ...Object.keys(RECORD_KINDS)].join(
      ' ',
    )
    expect(ids).not.toMatch(/login|checkin|check-in|online(?!Only)|usage|rank|photo|streak|leaderboard/i)
  })
})

describe('what is missing in the village', () => {
  const lines = (names: Record<string, string> = {}) =>
    assess(
      aLedger([
        aRecord('grid', 'g1', '2026-01-01', { bounded: 'no' }),
        aRecord('venue', 'v1', '2026-01-01', { monitored: 'no' }),
      ]),
      { asOf: '2026-11-23' },
    ).parts.flatMap(({ missing }) =>
      missing.map((one) => missingText(one, { asOf: '2026-11-23', nameOf: (id) => names[id] })),
    )

  it('is named where a name is known, and counted where not', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        '有一个网格的界线还没画清',
        '有一个网格10月没有巡查',
        '有一家场所还没有监控措施',
        '今年的创建工作方案还没归档',
        '五条底线的原文还没核定',
        '还没有登记领导小组',
        '还缺固定办公场所、办公设施、宣传栏',
      ]),
    )
    expect(lines({ g1: '第一网格', v1: '示范旅馆' })).toEqual(
      expect.arrayContaining(['第一网格还没有网格员', '示范旅馆没有在期限内检查']),
    )
  })
})

describe('dates and periods', () => {
  it.each([
    ['2026-C6', '11—12月'],
    ['2026-C1', '1—2月'],
    ['2025-C6', '2025年11—12月'],
    ['2026-Q1', '1—3月'],
    ['2025-Q4', '2025年10—12月'],
    ['2026-11', '11月'],
    ['2025-12', '2025年12月'],
    ['2026-03-05', '3月5日'],
    ['A2026-03-15', '3月15日起的一期'],
    ['T2025-03-15', '2025年3月15日起的一期'],
    ['talk_p1_x', ''],
  ])('%s is %s', (period, text) => {
    expect(periodText(period, '2026-11-23')).toBe(text)
  })

  it('knows other lengths of cycle, and writes the year when it is another', () => {
    expect(periodText('2026-C2', '2026-11-23', 3)).toBe('4—6月')
    expect(periodText('2026-C12', '2026-11-23', 1)).toBe('12月')
    expect(dateText('2026-11-30', '2026-11-23')).toBe('11月30日')
    expect(dateText('2025-11-30', '2026-11-23')).toBe('2025年11月30日')
  })
})

describe('figures', () => {
  const part = (over: Partial<PartOutcome>): PartOutcome => ({
    id: 'S2.talks',
    standard: 'S2',
    clause: { ref: '', quote: '' },
    state: 'notMet',
    policy: [],
    deciding: [],
    missing: [],
    notes: [],
    mendable: false,
    ...over,
  })

  it.each([
    [part({ numerator: 52, denominator: 53 }), '52 / 53 人次(98.1%)'],
    [part({ numerator: 9496, denominator: 10000 }), '9496 / 10000 人次(94.9%)'],
    [part({ id: 'S2.support', numerator: 18, denominator: 18, state: 'met' }), '18 / 18 人(100%)'],
    [part({ id: 'S7', numerator: 9, denominator: 10 }), '9 / 10 个月(90%)'],
    [part({ state: 'notApplicable', reason: 'nothingToJudge' }), '没有这类对象，这一项不评。'],
    [part({ state: 'undetermined', reason: 'rosterNotConfirmed' }), '还不能判定。请先确认名册。'],
    [part({ id: 'S2.relapse', state: 'met' }), ''],
  ])('%#', (one, text) => {
    expect(partText(one)).toBe(text)
  })
})

describe('sentences', () => {
  const ledger = aLedger([
    aRecord('person-registration', 'p1', '2026-01-01'),
    aRecord('person-status', 'p1', '2026-01-01'),
    aRecord('support-group', 'p1', '2026-01-05', { members: ['police'] }),
    aRecord('publicity-activity', '', '2026-05-01'),
  ])
  const { parts } = assess(ledger, { asOf: '2026-11-23' })
  const partOf = (id: string) => parts.find((one) => one.id === id)!
  const { open, missed } = obligations(ledger, { asOf: '2026-11-23' })

  it('say what is missing and what to do', () => {
    expect(missingText(partOf('S2.talks').missing[4]!, wording)).toBe('示范A-07 9—10月没有谈话')
    expect(missingText(partOf('S4.groups').missing[0]!, wording)).toBe('示范A-07 的小组还缺家里人、村干部')
    expect(missingText(partOf('S7').missing[4]!, wording)).toBe('5月只有1次，要4次')
    expect(missingText({ code: 'supportGroup', subjectId: 'p9' }, wording)).toBe('有一人 还没有帮教小组')
    expect(nextText(partOf('S2.talks').next!, wording)).toBe(
      '有5处已不能补，今年这一项不会达标。原因可以写明。',
    )
    expect(nextText({ code: 'waitUntil', params: { count: 2, on: '2027-05-01' } }, wording)).toBe(
      '还有2人没满三年，最晚的到2027年5月1日。',
    )
  })

  it('explain how a part is counted, with the figures and the policy', () => {
    expect(howText(partOf('S2.talks'))).toEqual([
      '每2个月一期，过完的期才判定。',
      '一期里帮扶满30天、期末还在帮扶的人，这一期要谈一次话，并且见到本人。',
      '满三年的人不算在内。',
      '应谈5次，谈了0次，0÷5=0%，要求100%。',
    ])
    expect(howText(partOf('S2.threeYears'))).toContain(ZH.scope['all-existing'])
    expect(howText(partOf('S2.threeYears'))).toContain('全部现有的人：0 / 1 人满三年。')
  })

  it('title duties without saying more than a list may', () => {
    const titles = open.map((one) => obligationTitle(one, wording))
    expect(titles).toContain('谈话 示范A-07 11—12月')
    expect(titles).toContain('检测 示范A-07 11—12月')
    expect(titles).toContain('补齐小组人员 示范A-07')
    expect(titles).toContain('宣传活动 11月')
    expect(titles).toContain('名册确认 10月')
    expect(obligationTitle(open.find(({ kind }) => kind === 'talk')!, { asOf: '2026-11-23' })).toBe(
      '谈话 11—12月',
    )
    expect(obligationReason(open.find(({ kind }) => kind === 'publicity')!)).toBe('每月四次以上，本月已有0次')
  })

  it('tell a missed window as a fact', () => {
    const texts = missed.map((one) => missedText(one, wording))
    expect(texts).toContain('示范A-07 9—10月没有谈话，已不能补记。')
    expect(texts).toContain('5月宣传活动没有达到次数，已不能补。')
  })

  it('leave no blank unfilled, in any village', () => {
    for (let seed = 0; seed < 20; seed++) {
      const village = generateLedger({
        seed: `text-${seed}`,
        persons: 6,
        startOn: seed % 2 ? '2026-01-01' : '2026-04-05',
      })
      const scorecard = assess(village, { asOf: '2026-10-31' })
      const duties = obligations(village, { asOf: '2026-10-31' })
      const lines = [
        ...scorecard.parts.reduce<string[]>(
          (all, one) => all.concat(howText(one), partText(one), partTitle(one.id), stateLabel(one.state)),
          [],
        ),
        ...scorecard.parts.reduce<string[]>(
          (all, one) => all.concat(one.missing.map((missing) => missingText(missing, wording))),
          [],
        ),
        ...scorecard.parts.reduce<string[]>(
          (all, one) => all.concat(one.next ? nextText(one.next, wording) : []),
          [],
        ),
        ...duties.open.reduce<string[]>(
          (all, one) => all.concat(obligationTitle(one, wording), obligationReason(one)),
          [],
        ),
        ...duties.missed.map((one) => missedText(one, wording)),
      ]
      const wrong = lines.filter(
        (line) =>
          /[{}]|undefined|NaN|\d{4}-C?\d/.test(line) || NEVER.some((word) => unquoted(line).includes(word)),
      )
      expect(wrong).toEqual([])
    }
  })

  it('number standards as the notice does', () => {
    expect((['S2', 'S7', 'S10', 'M6'] as const).map(standardNumber)).toEqual([2, 7, 10, 6])
    expect(AREA).toHaveLength(12)
  })
})
