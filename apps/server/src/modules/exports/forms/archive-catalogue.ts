import {
  assess,
  DOCUMENTS,
  type KindId,
  type LedgerRecord,
  missingText,
  nextText,
  type PartId,
  type PartOutcome,
  reasonText,
  type Scorecard,
  stateLabel,
  type Wording,
} from '@dfv/rules'
import type { Area } from '../../areas/areas.service.js'
import { type Column, type Row, rowsOf, type Sheet } from '../document/document.js'
import { ALL_FORMATS, noRows, type SheetForm } from '../export-form.js'
import { dayWords, type FormContext } from '../form-context.js'

/** One box of the archive: the records that fill it and the parts of the notice that say whether it is full. */
type Box = { name: string; kinds: readonly KindId[]; parts: readonly PartId[]; clause: string }
type Drawer = { title: string; boxes: readonly Box[] }

/** The order in which the archive of a year stands on the shelf. @see 四(一)7 */
const DRAWERS: readonly Drawer[] = [
  {
    title: '组织领导',
    boxes: [
      { name: '领导小组、办事机构', kinds: ['leading-group'], parts: ['M2'], clause: '三(三)2' },
      { name: '办公场所、设施、宣传栏', kinds: ['village-office'], parts: ['M3'], clause: '三(三)3' },
      { name: '禁毒工作会议记录', kinds: ['meeting'], parts: [], clause: '四(一)1' },
      { name: '工作经费', kinds: ['funds'], parts: [], clause: '四(一)1' },
      { name: '层层签订的责任状', kinds: ['pledge-signed'], parts: ['S4.pledges'], clause: '三(二)4' },
    ],
  },
  {
    title: '人员',
    boxes: [
      {
        name: '人员登记、状态变动',
        kinds: ['person-registration', 'person-status', 'abstinence-start'],
        parts: ['S1', 'M4'],
        clause: '三(三)4',
      },
      {
        name: '名册逐月确认',
        kinds: ['roster-confirmation', 'verification'],
        parts: ['S3'],
        clause: '三(二)3',
      },
      { name: '帮教小组', kinds: ['support-group'], parts: ['S2.support', 'S4.groups'], clause: '三(二)4' },
      { name: '谈话记录', kinds: ['talk'], parts: ['S2.talks'], clause: '三(二)2' },
      { name: '检测记录', kinds: ['urine-test', 'test-outcome'], parts: ['S2.tests'], clause: '三(二)2' },
      {
        name: '重点人员摸排',
        kinds: ['key-person', 'key-person-end', 'sweep'],
        parts: ['S6', 'M5'],
        clause: '三(二)6',
      },
    ],
  },
  {
    title: '宣传教育',
    boxes: [
      { name: '宣传活动台账', kinds: ['publicity-activity'], parts: ['S7'], clause: '三(二)7' },
      { name: '教育阵地', kinds: ['education-site'], parts: ['S8'], clause: '三(二)8' },
      { name: '学校、课堂答题', kinds: ['school', 'class-session'], parts: [], clause: '四(一)3' },
    ],
  },
  {
    title: '场所',
    boxes: [
      {
        name: '场所登记、检查、整改',
        kinds: ['venue', 'venue-survey', 'venue-inspection', 'venue-problem', 'rectification'],
        parts: ['M6'],
        clause: '三(三)6',
      },
    ],
  },
  {
    title: '网格',
    boxes: [
      {
        name: '网格划分、网格员',
        kinds: ['grid', 'grid-assignment'],
        parts: ['S9.division'],
        clause: '三(二)9',
      },
      { name: '操作检查', kinds: ['skill-check'], parts: ['S9.skill'], clause: '三(二)9' },
      { name: '巡查、清理清查', kinds: ['patrol', 'clean-up'], parts: ['S9.work'], clause: '三(二)9' },
    ],
  },
  {
    title: '底线和成效',
    boxes: [
      {
        name: '“五条底线”承诺',
        kinds: ['bottom-lines-text', 'bottom-line-declaration', 'bottom-line-breach'],
        parts: ['S10.lines'],
        clause: '三(二)10',
      },
      { name: '经验材料', kinds: ['experience-report'], parts: [], clause: '五(五)' },
    ],
  },
]

const DOCUMENT_CLAUSE: Readonly<Record<string, string>> = {
  'work-plan': '三(三)1',
  'basic-profile': '三(三)3',
  responsibility: '三(三)3',
  'activity-schedule': '三(三)3',
  'ledger-catalogue': '三(二)9',
  'village-rules': '三(二)10',
  'customs-reform': '三(二)10',
}

const COLUMNS: readonly Column[] = [
  { label: '序号', width: 3, align: 'center' },
  { label: '类别', width: 5, align: 'center' },
  { label: '名称', width: 11 },
  { label: '依据', width: 5, align: 'center' },
  { label: '在档', width: 4, align: 'center' },
  { label: '最近一份', width: 6, align: 'center' },
  { label: '情况', width: 5, align: 'center' },
  { label: '还缺什么', width: 24 },
]
/** What is missing is told by example: the app lists all of it. */
const MOST_MISSING = 6

/** The archive of a year: what is on file, and what is missing by the notice's own rules. @see 三(二)9, 四(一)7 */
export const archiveCatalogue: SheetForm = {
  id: 'archive-catalogue',
  title: '创建工作档案目录',
  shortTitle: '档案目录',
  about: '一年的资料和台账：有什么、还缺什么',
  group: 'archive',
  isPersonal: false,
  isWide: true,
  formats: ALL_FORMATS,
  count: noRows,
  sheets: async function* (context) {
    for (const village of context.villages) yield await catalogueSheet(context, village)
  },
}

async function catalogueSheet(context: FormContext, village: Area): Promise<Sheet> {
  const year = Number(context.to.slice(0, 4))
  const folded = await context.sources.folded(village)
  const scorecard = assess(folded.ledger, { asOf: context.to, policies: folded.policies })
  const codes = new Map(folded.files.map(({ id, code }) => [id, code]))
  const places = new Map([
    ...(await context.sources.namesIn(village, 'venue')),
    ...(await context.sources.namesIn(village, 'grid')),
  ])
  const wording: Wording = { asOf: context.to, nameOf: (id) => codes.get(id) ?? places.get(id) }
  const records = countedRecords(folded.ledger.records, year)
  const rows = [...documentRows(records, year), ...boxRows(records, scorecard, wording)]
  const missing = rows.filter((row) => row[5] === '缺').length
  return {
    name: context.villages.length > 1 ? village.name : '档案目录',
    title: `${year}年创建无毒村（社区）工作档案目录`,
    subtitle: `${village.name}　　截至${dayWords(context.to)}　　共${rows.length}项，其中${missing}项有缺`,
    blocks: [
      {
        kind: 'table',
        table: {
          columns: COLUMNS,
          rows: rowsOf(rows.map((row, at) => [at + 1, ...row])),
          empty: '',
          paper: 'grid',
        },
      },
      {
        kind: 'note',
        text: '“情况”按通知的标准由台账推算；写“人工核对”的，系统里还没有记这类台账，请翻纸质档案。',
      },
      {
        kind: 'signatures',
        lines: ['整理人：______________　　　复核人：______________　　　日期：______年____月____日'],
      },
    ],
  }
}

/** What counts on the last day, of the year, or kept from earlier where it still stands. */
type Counted = { of: (kinds: readonly KindId[]) => LedgerRecord[]; inYear: (kind: KindId) => LedgerRecord[] }

function countedRecords(records: readonly LedgerRecord[], year: number): Counted {
  const newest = new Map<string, LedgerRecord>()
  for (const record of records) if (record.reviewState === 'accepted') newest.set(record.id, record)
  const all = [...newest.values()]
  const from = `${year}-01-01`
  return {
    of: (kinds) => all.filter(({ kind, occurredOn }) => kinds.includes(kind as KindId) && occurredOn >= from),
    inYear: (kind) => all.filter((record) => record.kind === kind && record.payload.year === year),
  }
}

function documentRows(records: Counted, year: number): Row[] {
  const filed = records.inYear('village-document')
  return DOCUMENTS.map(({ value, label }) => {
    const own = filed.filter(({ payload }) => payload.document === value)
    const valid = own.filter(({ payload }) => payload.antiDrugClause !== 'no')
    const what =
      valid.length > 0 ? '' : own.length > 0 ? '村规民约里要有禁毒条款' : `${year}年的《${label}》还没有归档`
    return [
      '文件资料',
      label,
      DOCUMENT_CLAUSE[value] ?? '',
      own.length,
      newestOf(own),
      valid.length > 0 ? '齐' : '缺',
      what,
    ]
  })
}

const boxRows = (records: Counted, scorecard: Scorecard, wording: Wording): Row[] =>
  DRAWERS.flatMap(({ title, boxes }) =>
    boxes.map((box) => {
      const own = records.of(box.kinds)
      const { state, missing } = conditionOf(box, own.length, scorecard, wording)
      return [title, box.name, box.clause, own.length, newestOf(own), state, missing]
    }),
  )

const newestOf = (records: readonly LedgerRecord[]) => {
  const last = records
    .map(({ occurredOn }) => occurredOn)
    .sort()
    .at(-1)
  return last === undefined ? '—' : { date: last }
}

function conditionOf(
  box: Box,
  count: number,
  scorecard: Scorecard,
  wording: Wording,
): { state: string; missing: string } {
  const parts = scorecard.parts.filter(({ id }) => box.parts.includes(id))
  if (parts.length === 0) {
    if (count > 0) return { state: '有', missing: '' }
    return { state: '人工核对', missing: `系统里还没有记${box.name}` }
  }
  if (parts.every(({ state }) => state === 'notApplicable'))
    return { state: stateLabel('notApplicable'), missing: '' }
  const missing = [...new Set(parts.flatMap((part) => lacking(part, wording)))]
  const isLacking = parts.some(({ state }) => state === 'notMet')
  const isOpen = parts.some(({ state }) => state === 'undetermined')
  const state = isLacking ? '缺' : isOpen ? stateLabel('undetermined') : missing.length > 0 ? '缺' : '齐'
  const more = missing.length > MOST_MISSING ? `等${missing.length}项` : ''
  return { state, missing: `${missing.slice(0, MOST_MISSING).join('；')}${more}` }
}

function lacking(part: PartOutcome, wording: Wording): string[] {
  if (part.state === 'met' || part.state === 'notApplicable') return []
  const sentences = part.missing
    .map((one) => missingText(one, wording))
    .map((text) => text.replace(/。$/, ''))
  if (sentences.length > 0) return [...new Set(sentences)]
  const reason = part.next ? nextText(part.next, wording) : reasonText(part)
  return reason === '' ? [] : [reason.replace(/。$/, '')]
}
