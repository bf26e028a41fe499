import { ITEMS } from '../assessment/assessment.ts'
import { ITEM_CLAUSES } from '../assessment/item-clauses.ts'
import { AWARD_CLAUSES } from '../notice/award-clauses.ts'
import type { KindId } from '../records/record-kind.ts'
import type { Clause } from '../scorecard.ts'
import { SHOWN_CLAUSES } from '../shown/shown-clauses.ts'
import { RULES } from '../standards/rules.ts'
import { itemTitle } from '../text/assessment-text.ts'
import { kindLabel } from '../text/names.ts'
import { partTitle } from '../text/part-text.ts'

/** A sentence of 三 or 四 that can be met or not. */
export type Sentence = { ref: string; text: string }

/** Words that no rule decides: a person does, with a reason. */
export type HumanJudgement = Clause & { by: string; how: string; reads: readonly KindId[] }

const BY_HAND: readonly KindId[] = ['human-judgement']

export const HUMAN_JUDGEMENTS: readonly HumanJudgement[] = [
  {
    ref: '三(二)',
    quote: '各项禁毒工作均有落实成效显著的',
    by: '考核人员',
    how: '成效显著由人评定，写明理由',
    reads: BY_HAND,
  },
  {
    ref: '三(二)10',
    quote: '辖区要按照新农村建设标准',
    by: '考核人员',
    how: '另有标准，由人评定，写明理由',
    reads: BY_HAND,
  },
  {
    ref: '三(二)10',
    quote: '体现以创促建，打建结合的良好带动效果',
    by: '考核人员',
    how: '带动效果由人评定，写明理由',
    reads: BY_HAND,
  },
  {
    ref: '四(一)1',
    quote: '充分履行禁毒职责',
    by: '考核人员',
    how: '履职情况由人评定，写明理由',
    reads: BY_HAND,
  },
  {
    ref: '四(一)2',
    quote: '公安派出所对辖区内的涉毒违法犯罪活动要及时、有效的打击',
    by: '上级公安机关',
    how: '不由村里评，不按村计分',
    reads: [],
  },
  { ref: '四(一)6', quote: ITEM_CLAUSES.A6.quote, by: '上级', how: '由上级评分，写明理由', reads: BY_HAND },
  {
    ref: '四(二)',
    quote: '严格追究村（社区）相关领导和责任人责任',
    by: '有权机关',
    how: '第二次不达标时提示，由人决定，写明理由',
    reads: BY_HAND,
  },
]

const NUMERALS = '一二三四五六'

/**
 * The numbered sentences of 三 and 四, and the unnumbered paragraphs that state a standard or a procedure of their own.
 * @param notice the whole text
 */
export function sentencesOf(notice: string): Sentence[] {
  const sentences: Sentence[] = []
  let part = ''
  let section = ''
  for (const line of notice.split('\n').map((text) => text.trim())) {
    const heading = new RegExp(`^([${NUMERALS}])、`).exec(line)
    if (heading !== null) {
      part = heading[1]!
      section = ''
      continue
    }
    if (part !== '三' && part !== '四') continue
    const opened = new RegExp(`^（([${NUMERALS}])）(.*)$`).exec(line)
    const numbered = /^(\d+)\. (.+)$/.exec(line)
    if (opened !== null) {
      section = opened[1]!
      sentences.push({ ref: `${part}(${section})`, text: opened[2]! })
    } else if (numbered !== null)
      sentences.push({ ref: `${part}(${section})${numbered[1]}`, text: numbered[2]! })
    else if (line !== '' && section !== '') {
      // A paragraph without a number belongs to the sentence before it.
      const last = sentences[sentences.length - 1]!
      last.text += line
    }
  }
  return sentences
}

/** What covers a sentence: a rule that judges, an item that scores, something the engine does, or a person. */
export type Cover = { id: string; title: string; quote: string; reads: readonly KindId[] }

/** What the engine does with sentences that are no standard: where a person belongs, the two tracks, what is shown, the plaque. */
const MECHANISMS: readonly (Cover & { ref: string })[] = [
  {
    ref: AWARD_CLAUSES.scope.ref,
    id: 'register',
    title: '按现住地登记',
    quote: AWARD_CLAUSES.scope.quote,
    reads: ['person-registration', 'transfer', 'transfer-acceptance', 'carry-over'],
  },
  {
    ref: AWARD_CLAUSES.noneFound.ref,
    id: 'track',
    title: '没有发现人员和案件',
    quote: AWARD_CLAUSES.noneFound.quote,
    reads: ['roster-confirmation', 'new-finding', 'incident', 'relapse'],
  },
  {
    ref: AWARD_CLAUSES.tenStandards.ref,
    id: 'verdict',
    title: '十条标准',
    quote: AWARD_CLAUSES.tenStandards.quote,
    reads: [],
  },
  {
    ref: SHOWN_CLAUSES.venueProblems.ref,
    id: 'shown.venueProblems',
    title: '场所问题(只展示)',
    quote: SHOWN_CLAUSES.venueProblems.quote,
    reads: ['venue', 'venue-problem', 'rectification'],
  },
  {
    ref: SHOWN_CLAUSES.quotas.ref,
    id: 'shown.quota',
    title: '派出所指标(按镇，只展示)',
    quote: SHOWN_CLAUSES.quotas.quote,
    reads: ['police-quota'],
  },
  {
    ref: SHOWN_CLAUSES.dynamicControl.ref,
    id: 'shown.dynamicControl',
    title: '录入动态管控(按镇，只展示)',
    quote: SHOWN_CLAUSES.dynamicControl.quote,
    reads: ['new-finding'],
  },
  {
    ref: AWARD_CLAUSES.truth.ref,
    id: 'veto.concealment',
    title: '瞒报认定',
    quote: AWARD_CLAUSES.truth.quote,
    reads: ['concealment-finding'],
  },
  {
    ref: AWARD_CLAUSES.submitted.ref,
    id: 'points',
    title: '得分',
    quote: AWARD_CLAUSES.submitted.quote,
    reads: [],
  },
  ...[AWARD_CLAUSES.awarded, AWARD_CLAUSES.yearly, AWARD_CLAUSES.plaqueAgain].map((clause) => ({
    ref: clause.ref,
    id: 'plaque',
    title: '授牌、黄牌、收回',
    quote: clause.quote,
    reads: [],
  })),
]

/** Everything that covers a sentence, in the order of the catalogue. */
export function coversOf({ ref }: Sentence): Cover[] {
  const covers: Cover[] = []
  for (const { id, clause, reads } of RULES)
    if (clause.ref === ref) covers.push({ id, title: partTitle(id), quote: clause.quote, reads })
  for (const { id, reads } of ITEMS)
    if (ITEM_CLAUSES[id].ref === ref)
      covers.push({ id, title: itemTitle(id), quote: ITEM_CLAUSES[id].quote, reads })
  for (const mechanism of MECHANISMS) if (mechanism.ref === ref) covers.push(mechanism)
  return covers
}

export const judgementsOf = ({ ref }: Sentence): HumanJudgement[] =>
  HUMAN_JUDGEMENTS.filter((judgement) => judgement.ref === ref)

/** Sentences that only open a section: they ask for nothing by themselves. */
export const HEADINGS: readonly string[] = ['三(三)', '四(一)']

/** Sentences that nothing covers. */
export const uncovered = (sentences: readonly Sentence[]): Sentence[] =>
  sentences.filter(
    (sentence) =>
      !HEADINGS.includes(sentence.ref) && coversOf(sentence).length + judgementsOf(sentence).length === 0,
  )

/** The parts of a sentence between its stops. */
export const phrasesOf = ({ text }: Sentence): string[] => text.split(/[，；。：]/).filter(Boolean)

/** Phrases that say what a sentence is about and ask for nothing by themselves. */
export const PREFACES: readonly string[] = [
  '“无毒村（社区）”的范围',
  '“无毒社区”指无毒单位、无毒学校、无毒镇（街道）、无毒村（社区）等',
  '我镇创建“无毒村（社区）”以行政村（社区）为基本单位',
  '按照属地原则进行',
  '村（社区）为责任主体',
  '在创建工作中',
  '“无毒村（社区）”的标准',
  '即为“无毒村（社区）”',
  '村级都要成立无毒村（社区）创建工作领导小组及办事机构',
  '村级',
  '考核方法市禁毒委将按照上述考核内容',
]

/** Phrases of a sentence that nothing quotes. */
export function unquoted(sentence: Sentence): string[] {
  if (HEADINGS.includes(sentence.ref)) return []
  const quotes = [...coversOf(sentence), ...judgementsOf(sentence)].map(({ quote }) => quote)
  return phrasesOf(sentence).filter(
    (phrase) =>
      !PREFACES.includes(phrase) && !quotes.some((quote) => quote.includes(phrase) || phrase.includes(quote)),
  )
}

const cell = (text: string): string => text.replace(/\|/g, '\\|')

/** The table as Markdown. @param notice the whole text */
export function clauseTable(notice: string): string {
  const rows = sentencesOf(notice).map((sentence) => {
    const covers = coversOf(sentence)
    const judged = new Set(covers.map(({ id, title }) => `\`${id}\` ${title}`))
    const byHand = judgementsOf(sentence)
    const human = byHand.map(({ quote, by, how }) => `人工(${by})：“${quote}”，${how}`)
    const kinds = new Set<KindId>()
    for (const { reads } of [...covers, ...byHand]) for (const kind of reads) kinds.add(kind)
    const labels = Array.from(kinds).map(kindLabel)
    const by = HEADINGS.includes(sentence.ref) ? ['小标题'] : [...judged, ...human]
    return `| ${sentence.ref} | ${cell(sentence.text)} | ${by.map(cell).join('<br>')} | ${labels.join('、') || '—'} |`
  })
  return [
    '# 逐条对照',
    '',
    '博委办〔2023〕15号第三、四部分的每一条，由哪条规则或由谁判定，读取哪些记录。“只展示”的不影响达标和得分。本表由代码生成：`pnpm --filter @dfv/rules build && node packages/rules/bin/write-clauses.mjs`，测试会核对它是否完整、是否最新。',
    '',
    '| 条 | 原文 | 规则或人工判断 | 读取的记录 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
