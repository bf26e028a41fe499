import { describe, expect, it } from '@jest/globals'
import type { ItemOutcome } from '../assessment/assessment.ts'
import type { ItemReason, ItemState } from '../assessment/item.ts'
import { ITEM_IDS, PROPOSED_WEIGHTS } from '../assessment/weights.ts'
import type { State } from '../core/outcome.ts'
import type { GapStep, Remainder, RemainderWhy } from '../gap-plan/plan.ts'
import { POLICIES } from '../policy/policies.ts'
import type {
  MissingCode,
  NextCode,
  NoteCode,
  ObligationKind,
  PartId,
  PartOutcome,
  Reason,
} from '../scorecard.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import { RULES } from '../standards/rules.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess, assessYear } from '../testing/whole.ts'
import { faultOf, strings } from '../testing/words.ts'
import { ASSESSMENT_ZH, itemPointsText, itemText, itemTitle } from './assessment-text.ts'
import { itemHow, itemSum, partSentence } from './explain-text.ts'
import { howText, missingText, nextText, noteText } from './finding-text.ts'
import { minutesText, partName, remainderText, stepText } from './gap-plan-text.ts'
import { stateLabel } from './names.ts'
import { partText, partTitle } from './part-text.ts'
import { sumText } from './sums.ts'
import { ZH } from './zh.ts'
import { ZH_EXPLAIN } from './zh-explain.ts'
import { ZH_PLAN } from './zh-plan.ts'
import { ZH_SUMS } from './zh-sums.ts'

const STATES: readonly State[] = ['met', 'notMet', 'undetermined', 'notApplicable']
const wording = { asOf: '2026-06-30' }

/** Everything that may fill a blank of a sentence. */
const params = {
  ...{ count: 2, have: 1, need: 4, numerator: 3, denominator: 4, on: '2026-09-01' },
  ...{ kinds: ['family', 'leader'], document: 'work-plan' },
}
const missingOf = (code: MissingCode) => ({ code, subjectId: 'p1', period: '2026-C2', params })

function partOf(id: PartId, state: State, over: Partial<PartOutcome> = {}): PartOutcome {
  const rule = RULES.find((one) => one.id === id)!
  return {
    ...{
      id,
      state,
      standard: rule.standard,
      clause: rule.clause,
      deciding: ['r1'],
      notes: [],
      mendable: true,
    },
    policy: rule.policy.map((name) => ({
      id: name,
      value: POLICIES.values[name].versions[0]!.value,
      from: '2023-03-24',
    })),
    missing: state === 'met' ? [] : [missingOf('talk'), missingOf('relapse')],
    ...over,
  }
}

const faults = (sentences: readonly string[]): string[] =>
  sentences
    .filter((sentence) => faultOf(sentence) !== '')
    .map((sentence) => `${faultOf(sentence)}: ${sentence}`)

describe('每一项、每一种结论都有一句话', () => {
  it.each(PART_IDS.flatMap((id) => STATES.map((state) => [id, state] as const)))('%s %s', (id, state) => {
    const figures = { numerator: state === 'met' ? 4 : 3, denominator: 4 }
    for (const part of [partOf(id, state), partOf(id, state, figures)])
      expect(
        faults([partSentence(part), partTitle(id), partName(id).replace(/\d+/, ''), stateLabel(state)]),
      ).toEqual([])
    expect(faults([sumText(partOf(id, state, figures)), ...howText(partOf(id, state, figures))])).toEqual([])
  })

  it.each(Object.keys(ZH.reason) as Reason[])('不能判定的原因 %s', (reason) => {
    for (const id of PART_IDS)
      expect(faults([partSentence(partOf(id, 'undetermined', { reason }))])).toEqual([])
  })

  it.each(Object.keys(ZH.missing) as MissingCode[])('缺什么 %s', (code) => {
    expect(faults([missingText(missingOf(code), wording)])).toEqual([])
    expect(faults([missingText({ ...missingOf(code), subjectId: undefined }, wording)])).toEqual([])
  })

  it('下一步和旁边的数字', () => {
    for (const code of Object.keys(ZH.next) as NextCode[])
      expect(faults([nextText({ code, params }, wording)])).toEqual([])
    for (const code of Object.keys(ZH.note) as NoteCode[])
      expect(faults([noteText({ code, params })])).toEqual([])
  })
})

describe('数字是怎么来的', () => {
  const sum = (id: PartId, numerator: number, denominator: number, state: State = 'notMet') =>
    sumText(partOf(id, state, { numerator, denominator }))

  it('两个数相除,只舍不入,要求是多少', () => {
    expect(sum('S2.talks', 22, 24)).toBe('应谈24次，谈了22次，22÷24=91.6%，要求100%')
    expect(sum('S7', 5, 5, 'met')).toBe('过完5个月，办够的5个月，5÷5=100%，要求100%')
  })

  it('够了还没达标的,说还有别的', () => {
    expect(sum('S9.work', 2, 2)).toBe('网格2个，巡查清查都做到的2个，2÷2=100%，要求100%，但还有别的没做到')
  })

  it('只数个数的', () => {
    expect(sumText(partOf('S2.relapse', 'notMet'))).toBe('认定再次使用1次，要求没有')
    expect(sumText(partOf('S5.newUsers', 'met'))).toBe('新发现0人，要求没有')
    expect(sumText(partOf('S8', 'met'))).toBe('在用又按期核对过的1处，要求至少1处')
  })

  it('没有数的不编数', () => {
    expect(sumText(partOf('S2.talks', 'notApplicable'))).toBe('')
    expect(sumText(partOf('S5.crimes', 'undetermined'))).toBe('')
  })
})

describe('每一项分数都有算式', () => {
  const REASONS = Object.keys(ASSESSMENT_ZH.reason) as ItemReason[]
  const itemOf = (id: (typeof ITEM_IDS)[number], over: Partial<ItemOutcome>): ItemOutcome => ({
    ...{ id, weight: PROPOSED_WEIGHTS[id], points: 0, deciding: [], clause: { ref: '', quote: '' } },
    state: 'notMet',
    policy: Object.values(POLICIES.values).map((value) => ({
      id: value.id,
      value: value.versions[0]!.value,
      from: '2023-03-24',
    })),
    ...over,
  })

  it.each(
    ITEM_IDS.flatMap((id) =>
      (Object.keys(ASSESSMENT_ZH.state) as ItemState[]).map((state) => [id, state] as const),
    ),
  )('%s %s', (id, state) => {
    const share = { numerator: 3, denominator: 4, target: 95 }
    for (const over of [{}, share, { ...share, target: 100 }, { points: PROPOSED_WEIGHTS[id] }])
      expect(
        faults([itemSum(itemOf(id, { state, ...over })), itemHow(itemOf(id, { state, ...over }))]),
      ).toEqual([])
    for (const reason of REASONS) {
      const item = itemOf(id, { state, reason })
      expect(faults([itemSum(item), itemText(item), itemTitle(id), itemPointsText(item)])).toEqual([])
    }
  })

  it('算式照着数字,不足0.01分的舍去', () => {
    const tests = { numerator: 18, denominator: 20, target: 95, points: 473 }
    expect(itemSum(itemOf('A4.overallTests', tests))).toBe(
      '满分5分，到95%得满分。应测20人次，测了18人次，18÷20=90%。5×18÷(20×95%)=4.73分，不足0.01分的舍去。',
    )
    const talks = { numerator: 22, denominator: 24, target: 100, points: 550 }
    expect(itemSum(itemOf('A4.talks', talks))).toBe(
      '满分6分。应谈24人次，谈了22人次，22÷24=91.6%。6×22÷24=5.5分，不足0.01分的舍去。',
    )
    const meetings = { numerator: 2, denominator: 2, state: 'met', points: 400 } as const
    expect(itemSum(itemOf('A1.meetings', meetings))).toBe('满分4分。开了2次，要2次，得满分。')
    const effect = { numerator: 70, denominator: 100, target: 100, points: 350 }
    expect(itemSum(itemOf('A6', effect))).toBe(
      '满分5分。百分制评了70分，70÷100=70%。5×70÷100=3.5分，不足0.01分的舍去。',
    )
  })
})

describe('补齐清单的话', () => {
  const stepOf = (kind: ObligationKind, over: Partial<GapStep> = {}): GapStep => ({
    ...{ kind, use: 'mend', owedBy: 'village-secretary', settledBy: 'talk', count: 2, dueOn: '2026-07-15' },
    duties: [
      { id: 'x', subjectId: 'p1', period: '2026', dueOn: '2026-07-15', params: { audience: 'resident' } },
    ],
    effort: { minutes: 90, visits: 2 },
    ...{ part: 'S1', serves: ['S1'], unreached: [], follows: false },
    effect: { met: ['S1'], points: 150, completes: false },
    ...over,
  })

  it.each(Object.keys(ZH_PLAN.step) as ObligationKind[])('%s', (kind) => {
    const { title, due, effort, effect } = stepText(stepOf(kind), wording)
    expect(faults([title, due, effort, effect])).toEqual([])
  })

  it('一件事写明做什么、到哪天、花多少、得到什么', () => {
    expect(stepText(stepOf('support-group'), { asOf: '2026-06-30', nameOf: () => '示范A-07' })).toEqual({
      title: '给2人成立帮教小组',
      about: '示范A-07',
      due: '7月15日前',
      effort: '约1.5小时，上门2次',
      effect: '第1条“都有措施”就达标，加1.5分',
    })
    const none = { met: [], points: 0, completes: false }
    expect(stepText(stepOf('talk', { effect: none, dueOn: '2026-06-30' }), wording)).toMatchObject({
      due: '今天要做完',
      effect: '为了第1条“都有措施”',
    })
    expect(
      stepText(stepOf('talk', { effect: none, unreached: ['S1'], dueOn: '2026-06-01' }), wording),
    ).toMatchObject({
      due: '6月1日已到期，尽快做',
      effect: '第1条“都有措施”另有原因，做了还不能达标',
    })
    expect(stepText(stepOf('talk', { effect: none, serves: [], use: 'keep' }), wording).effect).toBe(
      '按期做才守得住',
    )
    const lost = stepOf('talk', { effect: none, serves: [], unreached: ['S2.talks'], use: 'keep' })
    expect(stepText(lost, wording).effect).toBe('照样要做，不做会再缺2次')
  })

  it('时间', () => {
    expect([40, 60, 65, 479, 480, 700].map(minutesText)).toEqual([
      '约40分钟',
      '约1小时',
      '约1.5小时',
      '约8小时',
      '约1天',
      '约1.5天',
    ])
  })

  it.each(Object.keys(ZH_PLAN.why) as RemainderWhy[])('还不达标的 %s', (why) => {
    for (const part of PART_IDS)
      for (const code of Object.keys(ZH.missing) as MissingCode[]) {
        const missing = Array.from({ length: 5 }, () => missingOf(code))
        const one: Remainder = {
          part,
          why,
          state: 'notMet',
          missing,
          on: '2026-08-10',
          reason: 'awaitingReview',
        }
        expect(faults(remainderText(one, wording))).toEqual([])
        expect(
          faults([remainderText({ ...one, missing: [], reason: 'ruleFailed' }, wording).join('') || '无']),
        ).toEqual([])
      }
  })
})

describe('表里的每一句', () => {
  const tables = [ZH_PLAN, ZH_EXPLAIN, ZH_SUMS, ASSESSMENT_ZH]
  it.each(strings(tables).filter(([, text]) => text !== ''))('%s “%s”', (_, text) => {
    expect(faultOf(text.replace(/\{\w+\}/g, ''))).toBe('')
  })
})

it('从真的结论写出来的话,也没有一句空的、没填的、不是中文的', () => {
  for (let seed = 0; seed < 12; seed++) {
    const ledger = generateLedger({
      seed: `explain-${seed}`,
      persons: seed % 6,
      diligence: [0, 60, 95][seed % 3]!,
    })
    const asOf = ['2026-03-15', '2026-10-31'][seed % 2]!
    const { parts } = assess(ledger, { asOf })
    expect(faults(parts.map(partSentence))).toEqual([])
    expect(faults(parts.map(sumText).filter((text) => text !== ''))).toEqual([])
    expect(faults(parts.map(partText).filter((text) => text !== ''))).toEqual([])
    const { items } = assessYear(ledger, { asOf })
    expect(faults(items.flatMap((item) => [itemSum(item), itemHow(item)]))).toEqual([])
  }
})
