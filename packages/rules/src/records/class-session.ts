import { dateToday, number, openText } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'

/** A class answered; written by the system, without any pupil. @see 四(一)3 */
export const classSession = defineKind({
  kind: 'class-session',
  version: 2,
  label: '课堂答题',
  shortLabel: '课堂答题',
  subject: 'school',
  dateField: 'heldOn',
  submittedBy: [],
  systemMade: true,
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['heldOn', 'pupils', 'valid', 'aware'],
  fields: {
    heldOn: dateToday('什么时候'),
    pupils: number('到课人数', { max: 100000 }),
    valid: number('有效答卷数', { max: 100000 }),
    aware: number('知晓人数', { max: 100000 }),
    className: openText('班级', 20, { optional: true }),
    topic: openText('课程内容', 40, { optional: true }),
    lessonMinutes: number('课时(分钟)', { optional: true, min: 1, max: 240 }),
  },
  check: ({ pupils, valid, aware }) => {
    const issues: Issue[] = []
    if (typeof pupils === 'number' && typeof valid === 'number' && valid > pupils)
      issues.push({ path: ['valid'], code: 'tooLarge', params: { max: pupils } })
    if (typeof valid === 'number' && typeof aware === 'number' && aware > valid)
      issues.push({ path: ['aware'], code: 'tooLarge', params: { max: valid } })
    return issues
  },
})
