import { shareText } from '../core/ratio.ts'
import { JUDGED_MATTERS } from '../records/human-judgement.ts'
import type { Quota, Reach, Share, ShownFigures, ShownJudgement } from '../shown/shown.ts'
import type { TownFigures } from '../town/town.ts'
import { dateText } from './dates.ts'

/** Every Chinese word about the figures that are shown and gate nothing, by id. */
export const SHOWN_ZH = {
  name: { newUsers: '新发现', relapses: '再次使用', existing: '现有人员' },
  now: '{name}：{now}人',
  atLeast: '{name}：至少{now}人，还有{open}人没定下来',
  noLastYear: '去年同期没有数据',
  more: '比去年同期多{count}人',
  fewer: '比去年同期少{count}人',
  same: '和去年同期一样',
  cannotTell: '{name}：现在说不准',
  notCounted: '{name}还没清点过，或有记录读不出来',
  unknown: '有{count}个村说不准，没有算进去',
  threeYears: '满三年的：{numerator} / {denominator} 人{share}',
  threeYearsBefore: '去年同期{numerator} / {denominator} 人{share}',
  problems:
    '场所问题：今年发现{found}个，改好{rectified}个，按期改好{inTime}个；还没改好{open}个，过期{overdue}个',
  control: '公安机关查获{caught}人，已录入动态管控{entered}人',
  reported: '今年的经验材料报了，推广到：{reach}',
  notReported: '今年的经验材料还没报',
  townReported:
    '今年报了经验材料的村：{reported}个，推广到全镇的{town}个，到全县(市)的{county}个，到县外的{wider}个',
  reach: { none: '还没有推广', town: '全镇', county: '全县(市)', wider: '县外' } satisfies Record<
    Reach,
    string
  >,
  plaques: '持牌的村：{held} / {villages} 个{share}，其中黄牌警告{warned}个',
  plaquesUnknown: '有{count}个村没有录过考核结果',
  quota:
    '破案 {casesDone} / {casesQuota} 件，缴获 {seizedDone} / {seizedQuota} 克，查处 {usersDone} / {usersQuota} 人({on}填报，只展示，不计分)',
  noQuota: '派出所今年的指标还没填报',
  judged: '{on} {matter}：{result}',
  holds: '认定',
  holdsNot: '没认定',
  note: '以下只展示，不影响达标。',
} as const

type Values = Readonly<Record<string, string | number>>

const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`)

const shareOf = (numerator: number, denominator: number): string =>
  denominator === 0 ? '' : `(${shareText(numerator, denominator)})`

type Counted = { now: number | null; before: number | null; open: number }

function compared(now: number, before: number | null): string {
  if (before === null) return SHOWN_ZH.noLastYear
  if (now === before) return SHOWN_ZH.same
  return fill(now > before ? SHOWN_ZH.more : SHOWN_ZH.fewer, { count: Math.abs(now - before) })
}

function countText(id: keyof typeof SHOWN_ZH.name, { now, before, open }: Counted): string {
  const name = SHOWN_ZH.name[id]
  if (now === null) return fill(SHOWN_ZH.notCounted, { name })
  const figure = fill(open > 0 ? SHOWN_ZH.atLeast : SHOWN_ZH.now, { name, now, open })
  return `${figure}，${compared(now, before)}`
}

function threeYearsText(now: Share | null, before: Share | null): string {
  if (now === null) return fill(SHOWN_ZH.notCounted, { name: '满三年的' })
  const text = (template: string, { numerator, denominator }: Share): string =>
    fill(template, { numerator, denominator, share: shareOf(numerator, denominator) })
  const then = before === null ? SHOWN_ZH.noLastYear : text(SHOWN_ZH.threeYearsBefore, before)
  return `${text(SHOWN_ZH.threeYears, now)}，${then}`
}

const cannot = (name: string): string => fill(SHOWN_ZH.cannotTell, { name })

export function quotaText(quota: Quota | null, asOf: string): string {
  if (quota === null) return SHOWN_ZH.noQuota
  const { cases, seized, users, enteredOn } = quota
  return fill(SHOWN_ZH.quota, {
    casesDone: cases.done,
    casesQuota: cases.quota,
    seizedDone: seized.done,
    seizedQuota: seized.quota,
    usersDone: users.done,
    usersQuota: users.quota,
    on: dateText(enteredOn, asOf),
  })
}

/** One judgement of a person: `6月30日 表彰个人：认定`; its reason stands in the record. */
export const judgementText = ({ matter, holds, decidedOn }: ShownJudgement, asOf: string): string =>
  fill(SHOWN_ZH.judged, {
    on: dateText(decidedOn, asOf),
    matter: JUDGED_MATTERS.find(({ value }) => value === matter)?.label ?? matter,
    result: holds ? SHOWN_ZH.holds : SHOWN_ZH.holdsNot,
  })

/** The figures of a village, a sentence each. */
export function shownTexts(shown: ShownFigures): string[] {
  const { newUsers, relapses, existing, threeYears, venueProblems, dynamicControl, experience } = shown
  const reported =
    experience === null
      ? cannot('经验材料')
      : experience.reach === null
        ? SHOWN_ZH.notReported
        : fill(SHOWN_ZH.reported, { reach: SHOWN_ZH.reach[experience.reach] })
  return [
    countText('newUsers', newUsers),
    countText('relapses', relapses),
    countText('existing', existing),
    threeYearsText(threeYears.now, threeYears.before),
    venueProblems === null ? cannot('场所问题') : fill(SHOWN_ZH.problems, venueProblems),
    dynamicControl === null ? cannot('录入动态管控') : fill(SHOWN_ZH.control, dynamicControl),
    reported,
    ...(shown.judgements ?? []).map((one) => judgementText(one, shown.asOf)),
  ]
}

/** The figures of a town, a sentence each; what a village could not tell is said, not counted as nothing. */
export function townTexts(town: TownFigures): string[] {
  const { newUsers, relapses, existing, threeYears, venueProblems, dynamicControl, plaques, experience } =
    town
  const open = (text: string, unknown: number): string =>
    unknown === 0 ? text : `${text}；${fill(SHOWN_ZH.unknown, { count: unknown })}`
  const held = fill(SHOWN_ZH.plaques, { ...plaques, share: shareOf(plaques.held, plaques.villages) })
  return [
    open(countText('newUsers', newUsers), newUsers.unknown),
    open(countText('relapses', relapses), relapses.unknown),
    open(countText('existing', existing), existing.unknown),
    open(threeYearsText(threeYears.now, threeYears.before), threeYears.unknown),
    venueProblems === null
      ? cannot('场所问题')
      : open(fill(SHOWN_ZH.problems, venueProblems), venueProblems.unknown),
    dynamicControl === null
      ? cannot('录入动态管控')
      : open(fill(SHOWN_ZH.control, dynamicControl), dynamicControl.unknown),
    plaques.unknown === 0 ? held : `${held}；${fill(SHOWN_ZH.plaquesUnknown, { count: plaques.unknown })}`,
    experience === null
      ? cannot('经验材料')
      : open(
          fill(SHOWN_ZH.townReported, { ...experience.reached, reported: experience.reported }),
          experience.unknown,
        ),
    quotaText(town.quota, town.asOf),
  ]
}
