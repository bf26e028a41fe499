import type { State } from '../core/outcome.ts'
import { POLICY_MEANINGS } from '../policy/meanings.ts'
import type { PolicyId } from '../policy/policies.ts'
import type { ObligationKind } from '../scorecard.ts'
import type { Comparison, DutyNamed, ValueChange, VillageChange } from '../what-if/compare.ts'
import type { PolicyFault } from '../what-if/read-policies.ts'
import type {
  Figures,
  ItemChange,
  ItemFigures,
  PartChange,
  ScorecardChanges,
} from '../what-if/scorecard-changes.ts'
import type { SnapshotFault } from '../what-if/snapshot.ts'
import { ASSESSMENT_ZH, itemTitle } from './assessment-text.ts'
import { obligationLabel } from './duty-text.ts'
import { fill } from './fill.ts'
import { stateLabel, trackLabel } from './names.ts'
import { partTitle, standardNumber, standardTitle } from './part-text.ts'
import { pointsText } from './points.ts'
import { ZH_NAMES } from './zh-names.ts'

/** Every Chinese word about trying out a policy, by id. */
export const WHAT_IF_ZH = {
  head: '试算：{current} → {draft}，{changed}个村有变化，{unchanged}个村没有变化。',
  nothing: '没有任何变化。',
  summary: '{part}({ref})：{better}个村变好，{worse}个村变差，{figures}个村只是数字变了',
  verdict: '结论：{current} → {draft}',
  standard: '第{number}条 {title}：{current} → {draft}',
  measure: '措施{number} {title}：{current} → {draft}',
  track: '核对方式：{current} → {draft}',
  points: '系统算的分：{current} → {draft}分',
  part: '{part}：{current} → {draft}({ref})',
  partSame: '{part}：还是{current}，要补的变了({ref})',
  item: '{item}：{current} → {draft}({ref})',
  added: '要办的事多{count}件：{list}',
  removed: '要办的事少{count}件：{list}',
  moved: '到期日变了的{count}件：{list}',
  dutiesOfKind: '{kind}{count}件',
  because: '因为{meaning}',
  whole: '全市',
  byHand: '人工评定',
  same: '和存下的评分逐字一致。',
  sameByClause: '各条的结论和数字都一致，只有别的内容不同。',
  differs: '和存下的评分不一致：',
  fault: {
    notAnObject: '这里应是一个对象',
    notAList: '这里应是一个列表',
    noVersion: '至少要有一个时段',
    unknownValue: '没有这个名称',
    notADate: '不是存在的日期(YYYY-MM-DD)',
    emptyVersion: '结束日期要晚于开始日期',
    outOfOrder: '时段要按开始日期先后排',
    overlap: '时段重叠',
    hole: '时段之间有空缺',
    wrongType: '值的类型或选项不对',
    outOfRange: '数字超出范围，要整数',
    weightsDoNotAddUp: '各项分数加起来不是满分',
    notACounty: '不是六位县级代码',
    noName: '缺版本名称',
    notASnapshot: '不是 village-snapshot@1',
    notAnInstant: '不是 UTC 时间',
    noLedger: '缺台账',
    noRulesVersion: '缺规则版本',
  } satisfies Record<PolicyFault | SnapshotFault, string>,
} as const

/** What is wrong in a policy or a snapshot, with its place. */
export const faultText = ({
  path,
  fault,
  detail,
}: {
  path: string
  fault: PolicyFault | SnapshotFault
  detail?: string
}): string => `${path}: ${WHAT_IF_ZH.fault[fault]} (${fault}${detail === undefined ? '' : `: ${detail}`})`

const gateText = (state: State | null): string => (state === null ? WHAT_IF_ZH.byHand : ZH_NAMES.state[state])

function figuresText(figures: Figures | null): string {
  if (figures === null) return WHAT_IF_ZH.byHand
  const { state, numerator, denominator } = figures
  const label = stateLabel(state)
  return denominator === undefined ? label : `${label} ${numerator}/${denominator}`
}

const itemFigures = ({ state, points, weight }: ItemFigures): string =>
  state === 'notYet' ? ASSESSMENT_ZH.state.notYet : `${pointsText(points)} / ${pointsText(weight)}分`

const becauseOf = (moved: string, policy: readonly PolicyId[]): string => {
  const meanings = policy.map((one) => `“${POLICY_MEANINGS[one]}”`).join('、')
  return meanings === '' ? moved : `${moved}，${fill(WHAT_IF_ZH.because, { meaning: meanings })}`
}

export const itemChangeText = ({ id, clause, current, draft, policy }: ItemChange): string =>
  becauseOf(
    fill(WHAT_IF_ZH.item, {
      item: itemTitle(id),
      current: itemFigures(current),
      draft: itemFigures(draft),
      ref: clause.ref,
    }),
    policy,
  )

/** Duties counted by kind, in the order in which the kinds come first. */
function kindsText(duties: readonly DutyNamed[]): string {
  const counts = new Map<ObligationKind, number>()
  for (const { kind } of duties) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return Array.from(counts)
    .map(([kind, count]) => fill(WHAT_IF_ZH.dutiesOfKind, { kind: obligationLabel(kind), count }))
    .join('、')
}

export function partChangeText({ id, clause, current, draft, policy }: PartChange): string {
  const [now, then] = [figuresText(current), figuresText(draft)]
  const words = now === then ? WHAT_IF_ZH.partSame : WHAT_IF_ZH.part
  return becauseOf(fill(words, { part: partTitle(id), current: now, draft: then, ref: clause.ref }), policy)
}

/** What two judgements of a village say differently, a line each. */
export function changeTexts({ track, verdict, standards, parts }: ScorecardChanges): string[] {
  const lines: string[] = []
  if (track !== undefined)
    lines.push(fill(WHAT_IF_ZH.track, { current: trackLabel(track.current), draft: trackLabel(track.draft) }))
  if (verdict !== undefined)
    lines.push(
      fill(WHAT_IF_ZH.verdict, {
        current: ZH_NAMES.state[verdict.current],
        draft: ZH_NAMES.state[verdict.draft],
      }),
    )
  for (const { id, current, draft } of standards)
    lines.push(
      fill(id.startsWith('M') ? WHAT_IF_ZH.measure : WHAT_IF_ZH.standard, {
        number: standardNumber(id),
        title: standardTitle(id),
        current: gateText(current),
        draft: gateText(draft),
      }),
    )
  for (const part of parts) lines.push(partChangeText(part))
  return lines
}

/** What changes in one village, a line each. */
export function villageChangeTexts(change: VillageChange): string[] {
  const { points, items, obligations } = change
  const lines = changeTexts(change)
  if (points !== undefined)
    lines.push(
      fill(WHAT_IF_ZH.points, { current: pointsText(points.current), draft: pointsText(points.draft) }),
    )
  for (const item of items) lines.push(itemChangeText(item))
  for (const change of ['added', 'removed', 'moved'] as const)
    if (obligations[change].length > 0)
      lines.push(
        fill(WHAT_IF_ZH[change], {
          count: obligations[change].length,
          list: kindsText(obligations[change]),
        }),
      )
  return lines
}

type Span = { from: string; until?: string; value: unknown }

const spansText = (versions: unknown): string =>
  Array.isArray(versions)
    ? (versions as Span[])
        .map(({ from, until, value }) => `${JSON.stringify(value)}(${from}起${until ? `，${until}前` : ''})`)
        .join('；')
    : '—'

export const valueChangeText = ({ id, meaning, clause, county, current, draft }: ValueChange): string =>
  `${county ?? WHAT_IF_ZH.whole} ${id} ${meaning}(${clause})：${spansText(current)} → ${spansText(draft)}`

/** The whole comparison for reading. @param nameOf the name of a village, by its code */
export function comparisonTexts(
  comparison: Comparison,
  nameOf: (areaCode: string) => string = (areaCode) => areaCode,
): string[] {
  const { policyVersion, values, summary, villages, unchanged } = comparison
  const lines = [fill(WHAT_IF_ZH.head, { ...policyVersion, changed: villages.length, unchanged })]
  for (const value of values) lines.push(`  ${valueChangeText(value)}`)
  if (villages.length === 0) return lines.concat(WHAT_IF_ZH.nothing)
  for (const { id, clause, better, worse, figures } of summary)
    lines.push(fill(WHAT_IF_ZH.summary, { part: partTitle(id), ref: clause.ref, better, worse, figures }))
  for (const village of villages) {
    lines.push('', nameOf(village.areaCode))
    for (const line of villageChangeTexts(village)) lines.push(`  ${line}`)
  }
  return lines
}
