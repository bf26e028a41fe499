import type { KindId } from '@dfv/rules'

/** Every word of the monthly brief, by id. */
export const BRIEF_ZH = {
  title: '{month}工作简报',
  asOf: '数据截至{date}，由系统按台账生成。只有件数，没有姓名，不用于排名。',
  part: {
    done: '这个月做了什么',
    missing: '还差什么',
    due: '下个月要办什么',
    villages: '各村情况（十条标准）',
  },
  nothingDone: '这个月还没有记录。',
  nothingMissing: '对照标准，没有差的。',
  nothingDue: '下个月没有排着要办的事。',
  done: {
    'publicity-activity': '开展宣传活动{count}次，参加{people}人次',
    talk: '帮教谈话{count}次',
    'urine-test': '检测{count}次',
    verification: '核实情况{count}次',
    sweep: '走访核对{count}次',
    'roster-confirmation': '确认名册{count}次',
    patrol: '网格巡查{count}次',
    'clean-up': '清理清查{count}次',
    'venue-inspection': '检查场所{count}次',
    'venue-problem': '发现场所问题{count}个',
    rectification: '整改场所问题{count}个',
    meeting: '召开禁毒工作会{count}次',
    'village-document': '归档文件资料{count}份',
  } satisfies Partial<Record<KindId, string>>,
  gap: '{title}{figure}：{state}',
  figure: '（{figure}）',
  overdue: '过了期还没办的{count}件：{list}',
  kindCount: '{kind}{count}件',
  dueLine: '{kind}{count}件，{date}前',
  townPart: '{title}：{counts}',
  townCount: '{count}个村{state}',
  villageState: '达标{met}条，未达标{notMet}条，待判定{undetermined}条',
} as const

export type BriefKind = keyof typeof BRIEF_ZH.done
export const BRIEF_KINDS = Object.keys(BRIEF_ZH.done) as BriefKind[]
