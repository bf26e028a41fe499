import {
  type Assessment,
  bandLabel,
  itemHow,
  itemTitle,
  missingText,
  nextText,
  type PartOutcome,
  partTitle,
  reasonText,
  type Scorecard,
  standardNumber,
  standardTitle,
  stateLabel,
  totalText,
  vetoText,
  type Wording,
} from '@dfv/rules'
import type { Area } from '../../areas/areas.service.js'
import type { YearPaper } from '../../assessment/year-papers.service.js'
import { type Block, type Column, type Row, rowsOf, type Sheet } from '../document/document.js'
import { noRows, type SheetForm } from '../export-form.js'
import { dayWords, type FormContext } from '../form-context.js'
import { BLANK } from './drafts.js'

const GATE_COLUMNS: readonly Column[] = [
  { label: '条', width: 4, align: 'center' },
  { label: '内容', width: 12 },
  { label: '情况', width: 5, align: 'center' },
  { label: '还缺什么', width: 20 },
]
const POINT_COLUMNS: readonly Column[] = [
  { label: '考核内容', width: 10 },
  { label: '满分', width: 3, align: 'center' },
  { label: '系统算', width: 4, align: 'center' },
  { label: '村自评', width: 4, align: 'center' },
  { label: '镇审定', width: 4, align: 'center' },
  { label: '说明、依据', width: 18 },
]
/** What is missing is told by example: the app lists all of it. */
const MOST_MISSING = 4

/** The yearly self-assessment report, from what was frozen, else from the ledger as it stands. @see 四(一), 四(二) */
export const yearReport: SheetForm = {
  id: 'year-report',
  title: '创建无毒村（社区）工作年度自评报告',
  shortTitle: '年度自评报告',
  about: '对照十条标准和考核内容，一年做了什么、还缺什么',
  group: 'archive',
  isPersonal: false,
  isWide: false,
  formats: ['docx', 'pdf', 'xlsx'],
  count: noRows,
  sheets: async function* (context) {
    for (const village of context.villages) yield await reportOf(context, village)
  },
}

async function reportOf(context: FormContext, village: Area): Promise<Sheet> {
  const year = Number(context.to.slice(0, 4))
  const paper = await context.years.of(village, year, context.to)
  const wording = await wordingOf(context, village, paper.scorecard.asOf)
  return {
    name: context.villages.length > 1 ? village.name : '年度自评报告',
    title: `${year}年度创建无毒村（社区）工作自评报告`,
    subtitle: `${village.name}　　考核截至${dayWords(paper.scorecard.asOf)}　　${basisOf(paper)}`,
    blocks: [
      { kind: 'heading', text: '一、总的情况' },
      ...summaryOf(paper).map((text): Block => ({ kind: 'text', text })),
      { kind: 'heading', text: '二、对照十条标准' },
      table(GATE_COLUMNS, gateRows(paper.scorecard, 'standards', wording)),
      { kind: 'heading', text: '三、六项措施' },
      table(GATE_COLUMNS, gateRows(paper.scorecard, 'measures', wording)),
      { kind: 'heading', text: '四、考核得分' },
      {
        kind: 'note',
        text: '分值是系统的建议分值，县（市）可以调整；得分只供自评，正式结果以市里的文书为准。',
      },
      table(POINT_COLUMNS, pointRows(paper)),
      { kind: 'heading', text: '五、下一步打算' },
      { kind: 'text', text: `针对上面列出的不足，${BLANK}${BLANK}${BLANK}。` },
      {
        kind: 'signatures',
        lines: [
          `第一责任人（签名）：______________　　　${village.name}（盖章）`,
          '　　　　　　　　　　　　　______年____月____日',
        ],
      },
    ],
  }
}

const table = (columns: readonly Column[], rows: Row[]): Block => ({
  kind: 'table',
  table: { columns, rows: rowsOf(rows), empty: '没有要判的', paper: 'grid' },
})

function basisOf({ view }: YearPaper): string {
  const freeze = view?.freezes.at(-1)
  return freeze
    ? `按冻结的第${freeze.version}版（${freeze.snapshotHash.slice(0, 8)}）`
    : '按现在的台账，还没有冻结'
}

/** Persons by their codes: the report goes from desk to desk. */
async function wordingOf({ sources }: FormContext, village: Area, asOf: string): Promise<Wording> {
  const { files } = await sources.folded(village)
  const names = new Map<string, string>(files.map(({ id, code }) => [id, code]))
  for (const kind of ['venue', 'grid', 'site', 'school'] as const)
    for (const [id, name] of await sources.namesIn(village, kind)) names.set(id, name)
  return { asOf, nameOf: (id) => names.get(id) }
}

function summaryOf({ scorecard, assessment, view }: YearPaper): string[] {
  const count = (state: string) => scorecard.standards.filter((one) => one.state === state).length
  const standing = view?.freezes.at(-1)
  return [
    `十条标准中，达标${count('met')}条，未达标${count('notMet')}条，待判定${count('undetermined')}条，不适用${count('notApplicable')}条。十条标准和六项措施的结论：${stateLabel(scorecard.verdict)}。`,
    pointsSentence(assessment, standing?.points),
    ...assessment.vetoes.map(({ code, on }) => `一票否决：${vetoText(code)}（${dayWords(on)}）。`),
    ...(view?.result
      ? [
          `市里的正式结果：${view.result.kind === 'passed' ? '考核通过' : '考核没有通过'}（${view.result.document}，${dayWords(view.result.on)}）。`,
        ]
      : []),
  ]
}

function pointsSentence(assessment: Assessment, points: number | undefined): string {
  const band = assessment.band === null ? '' : `等次：${bandLabel(assessment.band)}。`
  const changed =
    points === undefined || points === assessment.points ? '' : `镇里审定后为${score(points)}分。`
  return `考核得分：${totalText(assessment).replace(/。?$/, '。')}${band}${changed}`
}

function gateRows(scorecard: Scorecard, gates: 'standards' | 'measures', wording: Wording): Row[] {
  return scorecard[gates].map(({ id, state, parts }) => [
    `${standardNumber(id)}`,
    standardTitle(id),
    stateLabel(state),
    lackingOf(
      scorecard.parts.filter((part) => (parts as readonly string[]).includes(part.id)),
      wording,
    ),
  ])
}

function lackingOf(parts: readonly PartOutcome[], wording: Wording): string {
  const sentences = parts
    .filter(({ state }) => state === 'notMet' || state === 'undetermined')
    .flatMap((part) => {
      const missing = part.missing.map((one) => missingText(one, wording)).filter(Boolean)
      const reason = part.next ? nextText(part.next, wording) : reasonText(part)
      const said = missing.length > 0 ? missing : [reason].filter(Boolean)
      return said.length > 0 ? said : [`${partTitle(part.id)}：${stateLabel(part.state)}`]
    })
    .map((text) => text.replace(/。$/, ''))
  const unique = [...new Set(sentences)]
  const more = unique.length > MOST_MISSING ? `等${unique.length}项` : ''
  return `${unique.slice(0, MOST_MISSING).join('；')}${more}`
}

const score = (points: number): string => String(points / 100)

function pointRows({ assessment, view }: YearPaper): Row[] {
  return assessment.items.map((item) => {
    const seen = view?.items.find(({ id }) => id === item.id)
    const isFrozen = view?.source === 'frozen'
    const papers = seen?.claim?.papers.map(
      ({ title, number, keptAt, photos }) =>
        `${title}${number === '' ? '' : `（${number}）`}，存${keptAt}${photos.length === 0 ? '' : `，照片${photos.length}张`}`,
    )
    const grounds = [seen?.claim?.note, ...(papers ?? []), seen?.change?.reason].filter(Boolean)
    return [
      itemTitle(item.id),
      score(item.weight),
      item.state === 'notYet' ? '未到期' : score(item.points),
      view ? score(seen?.claim?.points ?? item.points) : '',
      isFrozen ? score(seen?.change?.points ?? item.points) : '',
      grounds.length > 0 ? grounds.join('；') : itemHow(item),
    ]
  })
}
