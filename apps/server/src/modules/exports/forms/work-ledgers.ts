import type { KindId } from '@dfv/rules'
import type { Area } from '../../areas/areas.service.js'
import type { Block, Sheet, Table } from '../document/document.js'
import { ALL_FORMATS, type SheetForm } from '../export-form.js'
import { type FormContext, periodWords } from '../form-context.js'
import { countRecords, type RecordTableOptions, recordTable } from '../record-table.js'

type Part = { name: string; kind: KindId; options?: RecordTableOptions }

/** A ledger made of one table for each kind of record, each on its own sheet. */
function ledgerForm(
  form: Omit<SheetForm, 'formats' | 'count' | 'sheets'> & { parts: readonly Part[]; note: string },
): SheetForm {
  return {
    ...form,
    formats: ALL_FORMATS,
    count: async (context) => {
      let rows = 0
      for (const { kind, options } of form.parts)
        rows += await countRecords(context, context.villages, kind, options?.isRegister)
      return rows
    },
    sheets: async function* (context) {
      for (const village of context.villages)
        for (const [at, part] of form.parts.entries()) yield partSheet(context, village, form, part, at)
    },
  }
}

function partSheet(
  context: FormContext,
  village: Area,
  form: { title: string; note: string; parts: readonly Part[] },
  { name, kind, options }: Part,
  at: number,
): Sheet {
  const table: Table = recordTable(context, [village], kind, options)
  const isOne = form.parts.length === 1
  const isFirst = at === 0
  const blocks: Block[] = [
    ...(isFirst ? [{ kind: 'note', text: form.note } as const] : []),
    ...(isFirst && !isOne ? [{ kind: 'heading', text: name } as const] : []),
    { kind: 'table', table },
  ]
  return {
    name: context.villages.length > 1 ? `${village.name}${name}` : name,
    title: isFirst ? form.title : `${form.title}（${name}）`,
    subtitle: `${village.name}　　${periodWords(context)}`,
    blocks,
    goesOn: !isFirst,
  }
}

const TALK_SIGNED = [
  '谈话人签名：________________　　________________',
  '本人签名：________________　　　　　　　日期：______年____月____日',
]
const TEST_SIGNED = [
  '检测人签名：________________　　　　在场人签名：________________',
  '本人签名：________________　　　　　　　日期：______年____月____日',
]

export const talkRecords = ledgerForm({
  id: 'talk-records',
  title: '帮教谈话记录',
  shortTitle: '谈话记录',
  about: '每次谈话一行；打印时每次一份，留签名处',
  group: 'person',
  isPersonal: true,
  isWide: false,
  note: '帮教对象每两个月至少谈话一次，要两个人一起去，见到本人才算数（三(二)2）。',
  parts: [
    { name: '谈话记录', kind: 'talk', options: { paper: { cards: '谈话记录表', signatures: TALK_SIGNED } } },
  ],
})

export const testRecords = ledgerForm({
  id: 'test-records',
  title: '帮教检测记录',
  shortTitle: '检测记录',
  about: '每次检测一行，另附复核结论；打印时每次一份，留签名处',
  group: 'person',
  isPersonal: true,
  isWide: false,
  note: '帮教对象每两个月检测一次（三(二)2）。检测由公安机关要求，或经本人书面同意。',
  parts: [
    {
      name: '检测记录',
      kind: 'urine-test',
      options: { paper: { cards: '检测记录表', signatures: TEST_SIGNED } },
    },
    { name: '复核结论', kind: 'test-outcome' },
  ],
})

export const activityLedger = ledgerForm({
  id: 'activity-ledger',
  title: '毒品预防集中宣传教育活动台账',
  shortTitle: '宣传活动台账',
  about: '每次活动的日期、形式、地点、人数、内容',
  group: 'work',
  isPersonal: false,
  isWide: true,
  note: '每月要开展四次以上毒品预防集中宣传教育活动（三(二)7）。同一天同一地点只算一次。',
  parts: [
    {
      name: '宣传活动',
      kind: 'publicity-activity',
      options: { labels: { occurredOn: '日期', form: '活动形式' }, widths: { content: 22, form: 6 } },
    },
  ],
})

export const meetingList = ledgerForm({
  id: 'meeting-list',
  title: '禁毒工作会议记录清单',
  shortTitle: '会议记录清单',
  about: '每次工作会的日期、主持人、人数、议题',
  group: 'work',
  isPersonal: false,
  isWide: true,
  note: '高度重视禁毒工作，将其纳入重要的工作议程（四(一)1）。会议记录原件随后附上。',
  parts: [
    {
      name: '会议记录',
      kind: 'meeting',
      options: { labels: { heldOn: '会议日期', chair: '主持', topics: '议题' }, widths: { topics: 26 } },
    },
  ],
})

export const venueLedger = ledgerForm({
  id: 'venue-ledger',
  title: '辖区场所台账',
  shortTitle: '场所台账',
  about: '场所登记、检查、问题和整改',
  group: 'work',
  isPersonal: false,
  isWide: true,
  note: '对辖区各类场所底数清、情况明，明确重点部位并有相应的监控措施（三(三)6）。',
  parts: [
    { name: '场所登记', kind: 'venue', options: { hide: ['name'], isRegister: true } },
    { name: '场所清点', kind: 'venue-survey' },
    { name: '场所检查', kind: 'venue-inspection' },
    { name: '发现问题', kind: 'venue-problem' },
    { name: '问题整改', kind: 'rectification' },
    { name: '从业人员数', kind: 'staff-roster' },
  ],
})

export const gridLedger = ledgerForm({
  id: 'grid-ledger',
  title: '禁毒网格台账',
  shortTitle: '网格台账',
  about: '网格划分、网格员、操作检查、巡查、清理清查',
  group: 'work',
  isPersonal: false,
  isWide: true,
  note: '各网格划分清晰合理，各网格员熟悉网格情况并能熟练操作网格化巡防系统手机与电脑客户端（三(二)9）。',
  parts: [
    { name: '网格划分', kind: 'grid', options: { hide: ['name'], isRegister: true } },
    { name: '网格员', kind: 'grid-assignment', options: { isRegister: true } },
    { name: '操作检查', kind: 'skill-check' },
    { name: '巡查', kind: 'patrol' },
    { name: '清理清查', kind: 'clean-up' },
  ],
})
