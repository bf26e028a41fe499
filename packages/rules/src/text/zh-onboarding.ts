import type { Onboarding, OnboardingStep, OnboardingStepId } from '../onboarding/onboarding.ts'

/** The steps of a village that has just begun: what is asked, and how it is done. */
const STEPS: Readonly<Record<OnboardingStepId, { title: string; how: string; unit: string }>> = {
  roster: { title: '名册', how: '登记好人员，再确认一次名册。一个人也没有，也要确认。', unit: '次确认' },
  statuses: { title: '每个人的状态', how: '填现在的状态和起始日期，由另一个人审核。', unit: '人' },
  abstinence: {
    title: '戒断起始日期',
    how: '由镇禁毒办按公安机关或戒毒机构的文书填，村里不填。',
    unit: '人',
  },
  groups: { title: '帮教小组', how: '每个帮扶对象一个小组，有家里人、村干部、民警。', unit: '人' },
  sweep: { title: '全村走访核对', how: '走一遍，重点人员都登记上。', unit: '次' },
  venues: { title: '场所清点', how: '清点一次场所，没有场所也要记。', unit: '次' },
  grids: { title: '网格', how: '每个网格画清界线，定好网格员。', unit: '个' },
  site: { title: '教育阵地', how: '登记一处在用的阵地。', unit: '处' },
  leadingGroup: { title: '领导小组', how: '登记组长、副组长、成员和办事的人。', unit: '个' },
  office: { title: '办公场所', how: '登记场所、设施、宣传栏。', unit: '处' },
  documents: { title: '今年的文件', how: '方案、简介、责任制、安排表、村规民约、移风易俗记录。', unit: '份' },
  bottomLines: { title: '五条底线的内容', how: '由镇禁毒办确认，村里不填。', unit: '份' },
  pledges: { title: '责任状', how: '镇和村、村和网格员、村和场所都要签。', unit: '份' },
  pastTalks: {
    title: '开始以前的谈话',
    how: '把今年的谈话台账导进来；只有纸质的，登记“以前的依据”，由镇里审核。',
    unit: '人次',
  },
  pastTests: {
    title: '开始以前的检测',
    how: '把今年的检测台账导进来；只有纸质的，登记“以前的依据”，由镇里审核。',
    unit: '人次',
  },
  pastActivities: {
    title: '开始以前的宣传活动',
    how: '把今年的活动台账导进来；只有纸质的，登记“以前的依据”，由镇里审核。',
    unit: '个月',
  },
  pastQuarters: {
    title: '开始以前的底线情况',
    how: '登记“以前的依据”，由镇里审核。',
    unit: '个季度',
  },
}

const STATES: Readonly<Record<OnboardingStep['state'], string>> = {
  done: '齐了',
  waiting: '等审核',
  open: '还缺',
}

export const onboardingTitle = (id: OnboardingStepId): string => STEPS[id].title
export const onboardingHow = (id: OnboardingStepId): string => STEPS[id].how
export const onboardingStateLabel = (state: OnboardingStep['state']): string => STATES[state]

/** `已有 3 人，还缺 2 人`; what waits for review is said apart. */
export function onboardingFigures({ id, have, need, waiting, state }: OnboardingStep): string {
  const { unit } = STEPS[id]
  if (state === 'done') return need === 1 ? '' : `${need} ${unit}都齐了`
  const parts = have > 0 ? [`已有 ${have} ${unit}`] : []
  if (waiting > 0) parts.push(`${waiting} ${unit}等审核`)
  const lacking = need - have - waiting
  if (lacking > 0) parts.push(`还缺 ${lacking} ${unit}`)
  return parts.join('，')
}

/** One line for the head of the page. */
export const onboardingSummary = ({ steps, done }: Onboarding): string =>
  done === steps.length
    ? '资料都齐了。'
    : `${steps.length} 项里齐了 ${done} 项，还有 ${steps.length - done} 项。`
