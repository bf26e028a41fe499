import { ITEM_IDS } from '../assessment/weights.ts'
import { STATUSES } from '../records/vocabulary.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import { itemTitle } from '../text/assessment-text.ts'
import { partTitle } from '../text/part-text.ts'
import { ZH_VALUES } from '../text/zh-values.ts'
import { POLICY_MEANINGS } from './meanings.ts'
import { POLICIES, type PolicyId, type PolicyValues } from './policies.ts'
import { REGIMES, TIMES_A_YEAR } from './test-schedule.ts'

/** Where a value comes from: a law that no county may change, the notice's own words, or our reading that a county may set. */
export type PolicySource = 'law' | 'notice' | 'reading'

/** One number to be entered; both bounds belong to it. `scale`: how many of it make one of the unit on screen. */
export type NumberForm = { unit: string; least: number; most: number; scale: number }
export type PolicyOption = { value: string | number | boolean; label: string }

/** How a value is shown and entered. */
export type PolicyForm =
  | ({ type: 'number' } & NumberForm)
  | { type: 'choice'; options: readonly PolicyOption[] }
  | { type: 'several'; options: readonly PolicyOption[] }
  | ({
      type: 'numbers'
      parts: readonly { key: string; label: string }[]
      total?: number
      /** Each part is less than the one before it. */
      falling?: true
    } & NumberForm)
  | { type: 'schedule'; parts: readonly { key: string; label: string }[]; options: readonly PolicyOption[] }

const days = (most = 366): PolicyForm => ({ type: 'number', unit: '天', least: 1, most, scale: 1 })
const months = (most = 60): PolicyForm => ({ type: 'number', unit: '个月', least: 1, most, scale: 1 })
const times = (most: number, unit = '次'): PolicyForm => ({ type: 'number', unit, least: 1, most, scale: 1 })
const percent = (least = 1): PolicyForm => ({ type: 'number', unit: '%', least, most: 100, scale: 1 })
const POINT = { unit: '分', least: 0, most: 10_000, scale: 100 }
const yesOrNo = (yes: string, no: string): PolicyForm => ({
  type: 'choice',
  options: [
    { value: true, label: yes },
    { value: false, label: no },
  ],
})
const STATUS_OPTIONS = STATUSES.map(({ value, label }) => ({ value, label }))

/** The form of every value. The bounds keep out slips of the finger; what is wise is shown by trying it out. */
export const POLICY_FORMS: { readonly [id in PolicyId]: PolicyForm } = {
  judgedParts: {
    type: 'several',
    options: PART_IDS.map((id) => ({ value: id, label: `${id} ${partTitle(id)}` })),
  },
  cycleMonths: months(12),
  cycleAnchor: {
    type: 'choice',
    options: [
      { value: 'calendar', label: '从自然年算起' },
      { value: 'support-start', label: '从帮扶开始那天算起' },
    ],
  },
  minDutyDays: days(),
  testSchedule: {
    type: 'schedule',
    parts: REGIMES.map((key) => ({ key, label: STATUSES.find(({ value }) => value === key)!.label })),
    options: TIMES_A_YEAR.map((value) => ({
      value: value as number,
      label: value === 0 ? '不另外安排' : `一年${value}次`,
    })),
  },
  supportStatuses: { type: 'several', options: STATUS_OPTIONS },
  acceptedMeasures: { type: 'several', options: STATUS_OPTIONS },
  threeYearsMonths: months(120),
  threeYearsScope: {
    type: 'choice',
    options: [
      { value: 'all-existing', label: '全部现有人员' },
      { value: 'outside-measures', label: '只看措施以外的人' },
    ],
  },
  longSentenceMonths: months(600),
  longMissingMonths: months(600),
  positiveDays: days(31),
  reportInDays: days(60),
  treatmentTermMonths: months(60),
  onboardingDays: days(),
  graceDays: days(31),
  lateEntryDays: days(),
  activitiesPerMonth: times(31),
  verifyWithinDays: days(),
  keyPersonFreshDays: days(),
  sweepWithinDays: days(),
  householdPledgeShare: percent(0),
  residentMonths: months(),
  countSelfRegistered: yesOrNo('算', '不算'),
  siteFreshMonths: months(),
  skillCheckMonths: months(),
  patrolsPerMonth: times(31),
  cleanupDays: days(),
  surveyWithinDays: days(731),
  venueInspectDays: days(),
  rectifyDays: days(),
  refusalsToReport: times(20),
  absencesToReport: times(20),
  absentDaysToReport: days(),
  awarenessPercent: {
    type: 'numbers',
    parts: (['resident', 'migrant', 'venue', 'student'] as const).map((key) => ({
      key,
      label: ZH_VALUES.audience[key],
    })),
    unit: '%',
    least: 1,
    most: 100,
    scale: 1,
  },
  awarePassMark: { type: 'number', unit: '分', least: 1, most: 100, scale: 1 },
  minSample: times(10_000, '份'),
  quizMinSeconds: { type: 'number', unit: '秒', least: 0, most: 600, scale: 1 },
  pointWeights: {
    type: 'numbers',
    parts: ITEM_IDS.map((key) => ({ key, label: itemTitle(key) })),
    total: 10_000,
    ...POINT,
  },
  meetingsPerYear: times(52),
  classMinAnswers: times(1_000, '份'),
  classAwareShare: percent(),
  homeTestsPercent: percent(),
  overallTestsPercent: percent(),
  truthfulDays: days(),
  pointBands: {
    type: 'numbers',
    parts: [
      { key: 'excellent', label: '优' },
      { key: 'good', label: '良' },
      { key: 'fair', label: '中' },
    ],
    falling: true,
    ...POINT,
  },
  passLine: { type: 'number', ...POINT },
  yellowClearsOnPass: yesOrNo('消除', '不消除'),
  repeatAward: yesOrNo('再给', '不再给'),
  awardYuan: { type: 'number', unit: '元', least: 0, most: 10_000_000, scale: 1 },
}

/** Numbers that stand in the notice word for word. */
const IN_THE_NOTICE: ReadonlySet<PolicyId> = new Set<PolicyId>([
  'cycleMonths',
  'threeYearsMonths',
  'activitiesPerMonth',
  'awarenessPercent',
  'homeTestsPercent',
  'overallTestsPercent',
  'awardYuan',
])

export const policySource = (id: PolicyId): PolicySource => {
  if (!/^[一二三四五六]\(/.test(POLICIES.values[id].clause)) return 'law'
  return IN_THE_NOTICE.has(id) ? 'notice' : 'reading'
}

export type PolicyEntryFault = 'wrongType' | 'outOfRange' | 'empty' | 'doesNotAddUp' | 'notFalling' | 'lawful'

const isWithin = (value: unknown, { least, most }: NumberForm): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
const isOption = (value: unknown, options: readonly PolicyOption[]): boolean =>
  options.some((option) => option.value === value)
const hasKeys = (value: unknown, keys: readonly string[]): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).sort().join() === keys.slice().sort().join()

/** What is wrong with a value that somebody entered; undefined: it can be used. A value of a law can never be entered. */
export function policyEntryFault(id: PolicyId, value: unknown): PolicyEntryFault | undefined {
  if (policySource(id) === 'law') return 'lawful'
  const form = POLICY_FORMS[id]
  switch (form.type) {
    case 'number':
      return isWithin(value, form) ? undefined : 'outOfRange'
    case 'choice':
      return isOption(value, form.options) ? undefined : 'wrongType'
    case 'several':
      if (!Array.isArray(value) || new Set(value).size !== value.length) return 'wrongType'
      if (value.length === 0) return 'empty'
      return value.every((one) => isOption(one, form.options)) ? undefined : 'wrongType'
    case 'numbers': {
      const keys = form.parts.map(({ key }) => key)
      if (!hasKeys(value, keys)) return 'wrongType'
      if (!keys.every((key) => isWithin(value[key], form))) return 'outOfRange'
      const numbers = keys.map((key) => value[key] as number)
      if (form.total !== undefined && numbers.reduce((sum, one) => sum + one, 0) !== form.total)
        return 'doesNotAddUp'
      const falls = numbers.every((one, at) => at === 0 || one < numbers[at - 1]!)
      return form.falling && !falls ? 'notFalling' : undefined
    }
    case 'schedule': {
      const keys = form.parts.map(({ key }) => key)
      if (!hasKeys(value, keys)) return 'wrongType'
      const years = keys.map((key) => value[key])
      return years.every(
        (year) =>
          Array.isArray(year) && year.length === 3 && year.every((one) => isOption(one, form.options)),
      )
        ? undefined
        : 'wrongType'
    }
  }
}

export const POLICY_ENTRY_ZH: Record<PolicyEntryFault, string> = {
  wrongType: '请从给出的选项里选。',
  outOfRange: '数字超出了允许的范围，要填整数。',
  empty: '至少要选一项。',
  doesNotAddUp: '各项加起来要正好100分。',
  notFalling: '要一档比一档低，不能相同，也不能倒过来。',
  lawful: '这是法律规定的，县里不能改。',
}

export const POLICY_SOURCE_ZH: Record<PolicySource, string> = {
  law: '法律规定，不能改',
  notice: '文件原文写明',
  reading: '文件没写明，由县里定',
}

/** A number as it stands on screen: 600 of 100 to the point is 6. */
const shown = (value: number, { unit, scale }: NumberForm): string => `${value / scale}${unit}`
const labelOf = (value: unknown, options: readonly PolicyOption[]): string =>
  options.find((option) => option.value === value)?.label ?? String(value)

/** A value in words. */
export function policyValueText<Id extends PolicyId>(id: Id, value: PolicyValues[Id]): string {
  const form: PolicyForm = POLICY_FORMS[id]
  switch (form.type) {
    case 'number':
      return shown(value as number, form)
    case 'choice':
      return labelOf(value, form.options)
    case 'several': {
      const chosen = value as readonly string[]
      if (chosen.length === form.options.length) return `全部${chosen.length}项`
      return chosen.map((one) => labelOf(one, form.options)).join('、')
    }
    case 'numbers': {
      const numbers = value as unknown as Readonly<Record<string, number>>
      return form.parts.map(({ key, label }) => `${label}${shown(numbers[key]!, form)}`).join('，')
    }
    case 'schedule': {
      const schedule = value as unknown as Readonly<Record<string, readonly number[]>>
      const asked = form.parts.filter(({ key }) => schedule[key]!.some((one) => one > 0))
      if (asked.length === 0) return '不另外安排'
      return asked
        .map(({ key, label }) => `${label}第一、二、三年各${schedule[key]!.join('、')}次`)
        .join('；')
    }
  }
}

export const policyMeaning = (id: PolicyId): string => POLICY_MEANINGS[id]
