import type { IsoDate } from '../core/iso-date.ts'
import type { Plaque, PlaqueConsequence, PlaqueStep } from '../plaque/plaque.ts'
import type { PlaqueDecisionKind, PlaqueFault } from '../plaque/plaque-decision.ts'
import type { PlaqueEffect, PlaqueStage, PlaqueState } from '../plaque/transitions.ts'
import { dateText } from './dates.ts'

/** Every Chinese word about the plaque, by id. */
export const PLAQUE_ZH = {
  state: {
    none: '未授牌',
    awarded: '已授牌',
    'yellow-card': '黄牌警告',
    revoked: '已收回授牌',
  } satisfies Record<PlaqueState, string>,

  stage: {
    none: '',
    passed: '考核已通过，等报市委、市政府。',
    submitted: '已报市委、市政府，等授牌。',
  } satisfies Record<PlaqueStage, string>,

  /** What the state means for the village, in one sentence. */
  meaning: {
    none: '考核达标后，报市委、市政府授牌。',
    awarded: '每年考核达标的，继续保留。',
    'yellow-card': '考核有一次没达标。再有一次没达标，授牌收回。',
    revoked: '两次没达标，授牌已收回。以后考核达标，可以重新授牌。',
  } satisfies Record<PlaqueState, string>,

  kind: {
    passed: '考核通过',
    failed: '考核没通过',
    submitted: '报市委、市政府',
    awarded: '授牌',
  } satisfies Record<PlaqueDecisionKind, string>,

  effect: {
    payment: '奖励创建经费{yuan}元',
    accountability: '启动责任追究',
  } satisfies Record<PlaqueEffect, string>,

  undone: '撤回：{what}',
  corrected: '更正',

  fault: {
    malformed: '这一条读不出来，请检查后重新录入。',
    duplicateId: '这一条已经录过。',
    secondResult: '这一年已有考核结果。要改，请录更正并指明原来那一条。',
    secondSubmission: '这一年已有上报。要改，请录更正并指明原来那一条。',
    secondAward: '这一年已有授牌。要改，请录更正并指明原来那一条。',
    notPassed: '这一年还没有考核通过，请先录考核结果。已经持牌的不用再报。',
    notSubmitted: '还没有上报记录，请先录上报的文号。',
    correctsUnknown: '找不到要更正的那一条。',
    correctsCorrected: '那一条已经更正过，请更正最新的一条。',
    correctsOther: '更正要和原来那一条同一年、同一类。',
    noPolicy: '文件日期不在政策适用的时间里，请核对日期。',
  } satisfies Record<PlaqueFault, string>,
} as const

export const plaqueStateLabel = (state: PlaqueState): string => PLAQUE_ZH.state[state]
export const plaqueFaultText = (fault: PlaqueFault): string => PLAQUE_ZH.fault[fault]

/** What follows from a decision beside the state: `奖励创建经费100000元`. */
export const plaqueConsequenceText = ({ effect, yuan }: PlaqueConsequence): string =>
  PLAQUE_ZH.effect[effect].replace('{yuan}', `${yuan ?? ''}`)

/** How the village stands, as sentences. */
export function plaqueTexts({ state, stage }: Plaque): string[] {
  const onTheWay = PLAQUE_ZH.stage[stage]
  return onTheWay === '' ? [PLAQUE_ZH.meaning[state]] : [PLAQUE_ZH.meaning[state], onTheWay]
}

/** One line of the history: `2025年 考核通过 · 1月20日 · 陆禁毒〔2026〕3号 · 未授牌→已授牌`. */
export function plaqueStepText({ decision, from, to, added, undone }: PlaqueStep, asOf: IsoDate): string {
  const { year, kind, on, document, corrects } = decision
  const title =
    corrects === undefined ? PLAQUE_ZH.kind[kind] : `${PLAQUE_ZH.corrected}：${PLAQUE_ZH.kind[kind]}`
  const moved = from === to ? PLAQUE_ZH.state[to] : `${PLAQUE_ZH.state[from]}→${PLAQUE_ZH.state[to]}`
  const lost = undone.map((one) => PLAQUE_ZH.undone.replace('{what}', plaqueConsequenceText(one)))
  const parts = [`${year}年 ${title}`, dateText(on, asOf), document, moved]
  return parts.concat(added.map(plaqueConsequenceText), lost).join(' · ')
}
