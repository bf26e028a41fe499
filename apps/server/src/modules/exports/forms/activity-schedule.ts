import { type LedgerRecord, policyAt } from '@dfv/rules'
import { type Column, type Row, rowsOf } from '../document/document.js'
import { dayWords } from '../form-context.js'
import { BLANK, DRAFT_NOTE, draftForm } from './drafts.js'
import { LedgerFacts, words } from './ledger-facts.js'

const COLUMNS: readonly Column[] = [
  { label: '月份', width: 4, align: 'center' },
  { label: '场次', width: 3, align: 'center' },
  { label: '日期', width: 6, align: 'center' },
  { label: '活动内容', width: 18 },
  { label: '形式', width: 6, align: 'center' },
  { label: '地点', width: 8 },
  { label: '负责人', width: 5, align: 'center' },
  { label: '完成情况', width: 7, align: 'center' },
]

/** What suits the season: a proposal that the village changes as it likes. */
const THEMES: readonly (readonly [string, string])[] = [
  ['春节返乡人员见面宣传，发放资料', '发放资料'],
  ['节前娱乐场所、出租屋上门提醒', '入户宣传'],
  ['结合综治宣传月讲毒品危害和举报办法', '讲课、座谈'],
  ['禁种铲毒踏查宣传，走进山林果园', '入户宣传'],
  ['校园周边宣传，讲电子烟里的依托咪酯', '讲课、座谈'],
  ['全民禁毒宣传月、6月26日国际禁毒日集中活动', '图片、展板'],
  ['暑假青少年宣传，播放禁毒视频', '播放视频'],
  ['外出务工人员家庭走访宣传', '入户宣传'],
  ['开学第一课，家长会讲防范新型毒品', '讲课、座谈'],
  ['国庆集市摆展板、发资料', '图片、展板'],
  ['物流寄递、场所从业人员培训', '讲课、座谈'],
  ['12月4日国家宪法日讲《禁毒法》，全年总结', '讲课、座谈'],
]
const EVERY_MONTH: readonly (readonly [string, string])[] = [
  ['更新宣传栏、村道标语', '张贴标语'],
  ['村民微信群转发禁毒知识，组织答题', '网上宣传'],
  ['网格入户宣传，讲举报电话和奖励', '入户宣传'],
]

/** 《创建无毒村（社区）、无毒单位活动安排表》: what was held, and a proposal for the rest of the year. @see 三(三)3, 三(二)7 */
export const activitySchedule = draftForm(
  {
    id: 'activity-schedule',
    title: '创建无毒村（社区）、无毒单位活动安排表',
    shortTitle: '活动安排表',
    about: '全年每月的宣传活动安排，已开展的自动填好',
    isWide: true,
  },
  async ({ sources, to }, village, year) => {
    const { ledger, policies } = await sources.folded(village)
    const held = new LedgerFacts(ledger.records).ofYear('publicity-activity', year)
    const { activitiesPerMonth } = policyAt(policies, to, village.code)
    return {
      subtitle: `${village.name}　　${year}年度　　每月不少于${activitiesPerMonth}次（三(二)7）　　数据截至${dayWords(to)}`,
      blocks: [
        { kind: 'note', text: DRAFT_NOTE },
        {
          kind: 'table',
          table: {
            columns: COLUMNS,
            rows: rowsOf(yearRows(held, year, to, activitiesPerMonth)),
            empty: '',
            paper: 'grid',
          },
        },
        {
          kind: 'signatures',
          lines: [`${village.name}（盖章）　　　　　制表人：______________　　　日期：______年____月____日`],
        },
      ],
    }
  },
)

function yearRows(held: readonly LedgerRecord[], year: number, asOf: string, perMonth: number): Row[] {
  return Array.from({ length: 12 }, (_, month) => {
    const key = `${year}-${String(month + 1).padStart(2, '0')}`
    const own = held.filter(({ occurredOn }) => occurredOn.startsWith(key))
    const done = own.map((record, at) => heldRow(record, month, at))
    if (key < asOf.slice(0, 7)) return done.length > 0 ? done : [emptyRow(month)]
    const planned = Math.max(0, perMonth - done.length)
    return [...done, ...Array.from({ length: planned }, (_, at) => plannedRow(month, done.length + at))]
  }).flat()
}

const heldRow = (record: LedgerRecord, month: number, at: number): Row => [
  `${month + 1}月`,
  at + 1,
  { date: record.occurredOn },
  String(record.payload.content ?? ''),
  words(record, 'form'),
  String(record.payload.place ?? ''),
  '',
  `已开展，${Number(record.payload.attendance ?? 0)}人`,
]

/** The season's own first, then what is done every month. */
function plannedRow(month: number, at: number): Row {
  const [content, form] = [THEMES[month]!, ...EVERY_MONTH][at] ?? [BLANK, '']
  return [`${month + 1}月`, at + 1, '', content, form, BLANK, BLANK, '']
}

const emptyRow = (month: number): Row => [`${month + 1}月`, 0, '', '', '', '', '', '没有记录']
