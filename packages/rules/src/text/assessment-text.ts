import type { Assessment, Band, ItemOutcome } from '../assessment/assessment.ts'
import type { ItemReason, ItemState } from '../assessment/item.ts'
import type { VetoCode } from '../assessment/vetoes.ts'
import type { ItemId } from '../assessment/weights.ts'
import type { WilsonInterval } from '../awareness/wilson.ts'
import { shareText } from '../core/ratio.ts'
import { pointsText } from './points.ts'

/** Every Chinese word about the points of the yearly file, by id. */
export const ASSESSMENT_ZH = {
  item: {
    'A1.group': '领导小组',
    'A1.funds': '工作经费',
    'A1.meetings': '禁毒工作会',
    'A3.activities': '宣传活动',
    'A3.site': '教育阵地',
    'A3.residents': '群众知晓率',
    'A3.migrants': '外来人员知晓率',
    'A3.venues': '场所人员知晓率',
    'A3.schools': '中小学校知晓率',
    'A4.support': '帮教',
    'A4.talks': '谈话',
    'A4.homeTests': '在家人员检测',
    'A4.overallTests': '总体检测',
    'A4.relapses': '再次使用减少',
    'A4.threeYears': '满三年的增加',
    'A5.keyPersons': '重点人员核实',
    'A5.truthful': '发现后及时报告',
    'measures.venues': '场所管理',
    'measures.grids': '网格管理',
    A6: '工作成效',
    A7: '台账资料',
  } satisfies Record<ItemId, string>,

  /** What is counted, `{n}` of `{d}`. */
  counted: {
    'A1.meetings': '开了{n}次，要{d}次',
    'A3.activities': '{d}个月里有{n}个月达到',
    'A3.residents': '{d}份答卷里有{n}份知晓',
    'A3.migrants': '{d}份答卷里有{n}份知晓',
    'A3.venues': '{d}名从业人员里有{n}名知晓',
    'A3.schools': '{d}所学校里有{n}所达到',
    'A4.support': '{d}人里有{n}人',
    'A4.talks': '应谈{d}人次，谈了{n}人次',
    'A4.homeTests': '应测{d}人次，测了{n}人次',
    'A4.overallTests': '应测{d}人次，测了{n}人次',
    'A4.relapses': '今年{n}人次，去年同期{d}人次',
    'A4.threeYears': '应满{d}人，满了{n}人',
    'A5.keyPersons': '{d}个月里有{n}个月都核实了',
    'A5.truthful': '{d}次里有{n}次按时报告',
    'measures.venues': '{d}个场所里有{n}个齐全',
    'measures.grids': '{d}项里有{n}项达标',
    A6: '百分制评了{n}分',
    A7: '要{d}种，有{n}种',
  } satisfies { readonly [id in ItemId]?: string },

  reason: {
    nobody: '没有这类对象，给满分。',
    noneDeclared: '已登记没有这类对象，给满分。',
    notCounted: '还没清点过，先不给分。请先清点。',
    noSample: '有效答卷不够，先不给分。',
    noRoster: '还有场所没有人员名册，先不给分。',
    noBasis: '有人还没有检测的依据，没有一期能检测，先不给分。',
    beforeStart: '用系统以前有几个月没有依据，先不给分。请镇里核对后补上。',
    noLastYear: '没有去年同期的数据，先不给分。',
    pending: '有记录等人核对，先不给分。',
    unknownDates: '还有人没有戒断起始日期，先不给分。',
    partUndetermined: '对应的标准还待判定，先不给分。',
    partMissing: '对应的标准还没有判定，先不给分。',
    noJudgement: '要由上级评定并写明理由，先不给分。',
    windowOpen: '第一期还没过完，先不计。',
    unreadable: '有记录读不出来，先不给分。已报告。',
    noPolicy: '这一天没有适用的政策，先不给分。',
    failed: '这一项没算出来，已报告。',
  } satisfies Record<ItemReason, string>,

  state: {
    met: '达到',
    notMet: '没达到',
    undetermined: '待判定',
    notApplicable: '不适用',
    notYet: '还没到时候',
  } satisfies Record<ItemState, string>,

  band: { excellent: '优', good: '良', fair: '中', poor: '差' } satisfies Record<Band, string>,

  veto: {
    incident: '发现制造、贩运或种植案件',
    concealment: '镇或县发文认定瞒报',
    bottomLine: '突破底线',
  } satisfies Record<VetoCode, string>,

  interval: '按{sample}份答卷，真实比率多半在{low}到{high}之间',
  selfChosen: '答题的人是自愿来的，比率可能偏高。',
  total: '{points}分(满分{outOf}分)',
  atLeast: '至少{points}分(满分{outOf}分)，还有待判定的项',
  proposal: '分值是建议值，由县里定。自评不等于考核结果。',
} as const

export const itemTitle = (id: ItemId): string => ASSESSMENT_ZH.item[id]
export const bandLabel = (band: Band): string => ASSESSMENT_ZH.band[band]
export const vetoText = (code: VetoCode): string => ASSESSMENT_ZH.veto[code]

const COUNTED: { readonly [id in ItemId]?: string } = ASSESSMENT_ZH.counted

/** A share of a unit as per cent with one decimal, cut off. */
const percentText = (share: number): string => shareText(Math.floor(share * 1000), 1000)

/** The sample of a rate and the interval it tells of. */
export const intervalText = ({ low, high }: WilsonInterval, sample: number): string =>
  ASSESSMENT_ZH.interval
    .replace('{sample}', `${sample}`)
    .replace('{low}', percentText(low))
    .replace('{high}', percentText(high))

/** Why an item earns what it earns, in a sentence. */
export function itemText({ id, numerator, denominator, reason, interval, warning }: ItemOutcome): string {
  if (reason !== undefined) return ASSESSMENT_ZH.reason[reason]
  const parts: string[] = []
  if (numerator !== undefined && denominator !== undefined)
    parts.push(
      COUNTED[id]?.replace('{n}', `${numerator}`).replace('{d}', `${denominator}`) ??
        `${numerator} / ${denominator}(${shareText(numerator, denominator)})`,
    )
  if (interval !== undefined) parts.push(intervalText(interval, denominator!))
  if (warning !== undefined) parts.push(ASSESSMENT_ZH.selfChosen)
  return parts.join('。')
}

/** `12.5 / 25分`: what an item earns of its weight. */
export const itemPointsText = ({ points, weight, state }: ItemOutcome): string =>
  state === 'notYet' ? ASSESSMENT_ZH.state.notYet : `${pointsText(points)} / ${pointsText(weight)}分`

export function totalText({ points, outOf, isLowerBound }: Assessment): string {
  const template = isLowerBound ? ASSESSMENT_ZH.atLeast : ASSESSMENT_ZH.total
  return template.replace('{points}', pointsText(points)).replace('{outOf}', pointsText(outOf))
}
