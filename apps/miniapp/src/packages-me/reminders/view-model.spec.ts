import type { Reminders } from '@/shared/api'
import { remindersView } from './view-model'

const TODAY = '2026-11-23'
const given: Reminders = {
  credits: [{ templateKey: 'work-reminder', remaining: 2 }],
  templates: [{ key: 'work-reminder', templateId: 't1', title: '工作提醒', kind: 'one-time' }],
  sendingHours: { from: '08:00', to: '21:00' },
  workingDays: { year: '2026', source: '国办发明电〔2025〕7号' },
  forecast: { dueThisMonth: 5 },
  kinds: [
    { kind: 'talk', label: '谈话', open: 3, mutedUntil: null, mutable: true },
    { kind: 'publicity', label: '宣传', open: 0, mutedUntil: '2026-12-10', mutable: true },
    { kind: 'police-report', label: '报告派出所', open: 1, mutedUntil: null, mutable: false },
  ],
  deliveries: [{ day: '2026-11-20', state: 'sent', text: '已发出' }],
}

test('what is left beside what is still to come, and when it is quiet', () => {
  expect(remindersView(given, TODAY)).toMatchObject({
    total: 2,
    lines: ['工作提醒：还剩 2 次'],
    forecast: '还剩2次提醒，本月还有5项工作到期。',
    isShort: true,
    quiet: '晚9点到早8点不发微信，休息日也不发。',
    askFor: ['t1'],
    deliveries: ['11月20日 已发出'],
  })
})

test('a leave for good is never short, and a year without announced days off says so', () => {
  const view = remindersView(
    {
      ...given,
      templates: [{ ...given.templates[0]!, kind: 'long-term' }],
      workingDays: { year: '2027', source: null },
    },
    TODAY,
  )
  expect(view.isShort).toBe(false)
  expect(view.quiet).toContain('2027年的放假调休还没有录入')
})

test('a kind can be silenced for a month and wakes by itself; a duty by law cannot', () => {
  expect(remindersView(given, TODAY).kinds).toEqual([
    { kind: 'talk', label: '谈话', note: '眼下3件，发微信', until: '2026-12-23', action: '30天不发' },
    { kind: 'publicity', label: '宣传', note: '12月10日以前不发微信', until: null, action: '照常发' },
    {
      kind: 'police-report',
      label: '报告派出所',
      note: '眼下1件，法律定了期限，一直提醒',
      until: undefined,
      action: '30天不发',
    },
  ])
})
