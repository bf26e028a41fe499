import { MEMBER_KINDS, type PersonView, statusLabel } from '@dfv/rules'
import type { Area } from '../../areas/areas.service.js'
import type { DisclosedPerson } from '../../registers/identity-disclosures.js'
import type { SubjectFile } from '../../registers/subject-file.js'
import { type Cell, type Column, rowsOf, type Sheet, type Table } from '../document/document.js'
import { ALL_FORMATS, type SheetForm } from '../export-form.js'
import { dayWords, type FormContext } from '../form-context.js'

type Person = {
  number: number
  file: SubjectFile
  view: PersonView
  disclosed: DisclosedPerson | undefined
}
type PersonColumn = Column & { cell: (person: Person) => Cell; named?: true }

const GENDER: Record<string, string> = { male: '男', female: '女' }
const RESIDENCE: Record<string, string> = { local: '本村', inflow: '外地' }
const PRESENCE: Record<string, string> = { 'at-home': '在家', away: '外出' }
const CYCLE = { done: '已做', due: '应做', missed: '错过', notNeeded: '免做', unknown: '待核' } as const

const date = (value: string | null | undefined): Cell => (value ? { date: value } : '')
/** 专职工作人员或社工 → 专职工作人员: a column has little room. */
const memberLabel = (kind: string): string =>
  (MEMBER_KINDS.find(({ value }) => value === kind)?.label ?? kind).replace(/或.*$/, '')

const WHO: readonly PersonColumn[] = [
  { label: '序号', width: 3, align: 'center', cell: ({ number }) => number },
  { label: '编号', width: 6, align: 'center', cell: ({ file }) => file.code },
  {
    label: '姓名',
    width: 5,
    align: 'center',
    named: true,
    cell: ({ disclosed }) => disclosed?.identity.name ?? '',
  },
  { label: '性别', width: 3, align: 'center', cell: ({ file }) => GENDER[file.head.gender ?? ''] ?? '' },
  { label: '出生年份', width: 4, align: 'center', cell: ({ file }) => file.head.birthYear ?? '' },
  {
    label: '户籍',
    width: 3,
    align: 'center',
    cell: ({ file }) => RESIDENCE[file.head.residence ?? ''] ?? '',
  },
  { label: '现住地址', width: 12, named: true, cell: ({ disclosed }) => disclosed?.identity.address ?? '' },
  { label: '联系电话', width: 7, named: true, cell: ({ disclosed }) => disclosed?.identity.phone ?? '' },
]

const STATUS: readonly PersonColumn[] = [
  {
    label: '管控情况',
    width: 7,
    align: 'center',
    cell: ({ view }) => (view.status === null ? '未登记措施' : statusLabel(view.status)),
  },
  { label: '从何日起', width: 7, align: 'center', cell: ({ view }) => date(view.statuses.at(-1)?.from) },
]

const CUMULATIVE: readonly PersonColumn[] = [
  ...WHO,
  { label: '登记日期', width: 7, align: 'center', cell: ({ view }) => date(view.registeredOn) },
  ...STATUS,
  {
    label: '是否现有',
    width: 4,
    align: 'center',
    cell: ({ view }) => (view.isExisting === null ? '待核' : view.isExisting ? '是' : '否'),
  },
  { label: '戒断起始日期', width: 7, align: 'center', cell: ({ view }) => date(view.abstinentSince) },
  { label: '备注', width: 6, cell: () => '' },
]

const EXISTING: readonly PersonColumn[] = [
  ...WHO,
  ...STATUS,
  {
    label: '在家外出',
    width: 4,
    align: 'center',
    cell: ({ view }) => PRESENCE[view.presence ?? ''] ?? '',
  },
  {
    label: '帮教小组',
    width: 12,
    cell: ({ view }) =>
      view.group ? view.group.members.map(memberLabel).join('、') : view.isUnderSupport ? '未成立' : '',
  },
  { label: '本期谈话', width: 4, align: 'center', cell: ({ view }) => cycleWord(view, 'talk') },
  { label: '本期检测', width: 4, align: 'center', cell: ({ view }) => cycleWord(view, 'test') },
  { label: '戒断起始日期', width: 7, align: 'center', cell: ({ view }) => date(view.abstinentSince) },
  { label: '满三年日期', width: 7, align: 'center', cell: ({ view }) => date(view.threeYearsOn) },
]

/** 《吸毒人员基本情况登记表》 with its two lists. @see 三(三)4 */
export const personRegister: SheetForm = {
  id: 'person-register',
  title: '吸毒人员基本情况登记表',
  shortTitle: '基本情况登记表',
  about: '累计登记在册、现有两张名单',
  group: 'person',
  isPersonal: true,
  isWide: true,
  formats: ALL_FORMATS,
  count: async ({ villages, sources }) => {
    let rows = 0
    for (const village of villages) rows += await sources.count(village, 'person-registration', true)
    return rows * 2
  },
  sheets: async function* (context) {
    for (const village of context.villages) yield* villageSheets(context, village)
  },
}

async function* villageSheets(context: FormContext, village: Area): AsyncIterable<Sheet> {
  const { fold, files, withheld } = await context.sources.folded(village)
  const named = await context.sources.disclose(files.map(({ id }) => id))
  const persons = files.map((file) => ({
    file,
    view: fold.person(file.id)!,
    disclosed: named.get(file.id),
  }))
  const existing = persons.filter(({ view }) => view.isExisting !== false)
  const name = (list: string) => (context.villages.length > 1 ? `${village.name}${list}` : list)
  const about = `${village.name}　　截至${dayWords(context.to)}`
  yield {
    name: name('累计登记在册'),
    title: '吸毒人员基本情况登记表',
    subtitle: `累计登记在册吸毒人员表　　${about}　　共${fold.persons.length}人`,
    blocks: [
      { kind: 'table', table: listOf(context, CUMULATIVE, persons) },
      { kind: 'note', text: secrecyNote(context, withheld) },
      { kind: 'signatures', lines: [SIGNED] },
    ],
  }
  yield {
    name: name('现有'),
    title: '吸毒人员基本情况登记表',
    subtitle: `现有吸毒人员表　　${about}　　列出${existing.length}人`,
    blocks: [
      { kind: 'table', table: listOf(context, EXISTING, existing) },
      {
        kind: 'note',
        text: `现有人员不包括出国、户口迁出和死亡的；服刑三年以上的；下落不明四年以上的（三(二)2）。${secrecyNote(context, 0)}`,
      },
      { kind: 'signatures', lines: [SIGNED] },
    ],
  }
}

const SIGNED = '填表人：______________　　　审核人：______________　　　填表日期：______年____月____日'

function listOf(
  { isNamed }: FormContext,
  columns: readonly PersonColumn[],
  persons: readonly Omit<Person, 'number'>[],
): Table {
  const shown = columns.filter(({ named }) => isNamed || !named)
  return {
    columns: shown,
    rows: rowsOf(persons.map((person, at) => shown.map(({ cell }) => cell({ ...person, number: at + 1 })))),
    empty: '名单上没有人',
    paper: 'grid',
  }
}

/** What the reader must know: the file goes from hand to hand. @see 戒毒条例 第七条 */
function secrecyNote({ isNamed }: FormContext, withheld: number): string {
  const count = withheld > 0 ? `另有${withheld}份档案已封存、限制查阅或已转出，只计数，不列入本表。` : ''
  return isNamed
    ? `${count}本表含个人信息，依照《戒毒条例》第七条保密，不得公开、张贴、转发，用完收回。`
    : `${count}本表只列编号，姓名按权限在系统里查看。`
}

/** How the running cycle stands. */
function cycleWord({ cycles, isUnderSupport }: PersonView, what: 'talk' | 'test'): string {
  const last = cycles.at(-1)
  return last && isUnderSupport ? CYCLE[last[what]] : ''
}
