import { CLAUSES, type Clause, type Policies, policyAt } from '@dfv/rules'
import { type Column, type Row, rowsOf } from '../document/document.js'
import { dayWords } from '../form-context.js'
import { BLANK, DRAFT_NOTE, draftForm } from './drafts.js'

const COLUMNS: readonly Column[] = [
  { label: '序号', width: 3, align: 'center' },
  { label: '目标', width: 16 },
  { label: '要做到', width: 17 },
  { label: '责任人', width: 8 },
  { label: '依据', width: 5, align: 'center' },
]

/** 《创建无毒村（社区）、无毒单位目标责任制》: the notice's targets with the policy's numbers and who answers for each. @see 三(三)3 */
export const responsibility = draftForm(
  {
    id: 'responsibility',
    title: '创建无毒村（社区）、无毒单位目标责任制',
    shortTitle: '目标责任制',
    about: '十条标准逐条落实到人，补填姓名后归档',
    isWide: false,
  },
  async ({ sources, to }, village, year) => ({
    subtitle: `${village.name}　　${year}年度　　起草日期${dayWords(to)}`,
    blocks: [
      { kind: 'note', text: DRAFT_NOTE },
      { kind: 'heading', text: '一、责任人' },
      {
        kind: 'text',
        text: [
          `${village.name}党政主要领导是创建工作的第一责任人（六(一)）：村（社区）书记${BLANK}。`,
          `驻村（社区）领导${BLANK}任领导小组组长；直接责任人（专干）${BLANK}；驻村（社区）民警${BLANK}。`,
          `各网格责任人：${BLANK}、${BLANK}、${BLANK}。`,
        ].join('\n'),
      },
      { kind: 'heading', text: '二、目标和责任' },
      {
        kind: 'table',
        table: {
          columns: COLUMNS,
          rows: rowsOf(targets(sources.policiesOf(village), to, village.code)),
          empty: '',
          paper: 'grid',
        },
      },
      { kind: 'heading', text: '三、督促和考核' },
      {
        kind: 'text',
        text: [
          '每月对照台账检查一次，没有完成的由责任人说明原因、限期补上；每季度由领导小组研究一次。',
          '每年进行考核，已授牌的村（社区）考核达标的继续保留授牌，考核第一次不达标的将会黄牌警告，第二次不达标的收回原授牌（四(二)）。',
          '凡创建工作不落实，措施不力，人财物不到位，造成毒情反弹的村（社区），按照有关规定追究相关单位和领导的责任（六(四)）。如实记录，不瞒报、不代签、不补造台账。',
        ].join('\n'),
      },
      {
        kind: 'signatures',
        lines: [
          '第一责任人签名：________________　　　　　驻村领导签名：________________',
          '直接责任人签名：________________　　　　　日期：______年____月____日',
        ],
      },
    ],
  }),
)

type Target = { clause: Clause; task: string; who: string }

/** The numbers are the policy's in force that day, so that a county's own stand in its villages' papers. */
function targets(policies: Policies, day: string, areaCode: string): Row[] {
  const policy = policyAt(policies, day, areaCode)
  const list: readonly Target[] = [
    {
      clause: CLAUSES.measures,
      task: `人人有措施，新登记的${policy.reportInDays}日内落实`,
      who: '派出所、村书记',
    },
    {
      clause: CLAUSES.support,
      task: `帮教小组${policy.reportInDays}日内成立，成员有家里人、村干部、民警`,
      who: '村书记、专干',
    },
    {
      clause: CLAUSES.cycles,
      task: `每${policy.cycleMonths}个月谈话一次、检测一次；检测由公安机关要求，村里协助`,
      who: '专干、派出所',
    },
    { clause: CLAUSES.relapse, task: '发现再次使用及时报派出所，如实记录', who: '帮教小组、派出所' },
    {
      clause: CLAUSES.roster,
      task: `每月确认名册，每人${policy.verifyWithinDays}日内核实一次`,
      who: '村书记',
    },
    { clause: CLAUSES.pledges, task: '镇与村、村与网格员、村与场所逐级签订', who: '村书记' },
    { clause: CLAUSES.newUsers, task: '入户宣传、重点人群见面，早发现、早报告', who: '网格员、专干' },
    { clause: CLAUSES.crimes, task: '巡查出租屋、山林果园、闲置厂房，发现线索立即报告', who: '网格员、民警' },
    {
      clause: CLAUSES.keyPersons,
      task: `每${policy.sweepWithinDays}日走访核对一遍，每人${policy.keyPersonFreshDays}日内核实一次`,
      who: '专干、民警',
    },
    {
      clause: CLAUSES.activities,
      task: `每月不少于${policy.activitiesPerMonth}次，做了当天记台账`,
      who: '村书记、专干',
    },
    {
      clause: CLAUSES.sites,
      task: `至少1处在用，每${policy.siteFreshMonths}个月核对一次`,
      who: '村书记',
    },
    {
      clause: CLAUSES.gridDivision,
      task: `每个网格有界线、有网格员，每月巡查${policy.patrolsPerMonth}次，每${policy.cleanupDays}日清理清查一次`,
      who: '网格员',
    },
    {
      clause: CLAUSES.venues,
      task: `每${policy.surveyWithinDays}日清点一次，每家${policy.venueInspectDays}日检查一次，问题${policy.rectifyDays}日内改好`,
      who: '专干、民警',
    },
    {
      clause: CLAUSES.awareness,
      task: '组织群众、外来务工人员、场所从业人员、师生答题，由本人作答',
      who: '专干、老师、场所负责人',
    },
    { clause: CLAUSES.bottomLines, task: '每季度对照核对一次，如实承诺', who: '村书记' },
  ]
  return list.map(({ clause, task, who }, at) => [at + 1, clause.quote, task, who, clause.ref])
}
