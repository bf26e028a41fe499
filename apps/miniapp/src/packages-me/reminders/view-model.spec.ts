import type { Reminders } from '@/shared/api'
import { remindersView, wasAllowed } from './view-model'

const given: Reminders = {
  credits: [{ templateKey: 'work-reminder', remaining: 3 }],
  templates: [{ key: 'work-reminder', templateId: 't1', title: '工作提醒', kind: 'one-time' }],
  sendingHours: { from: '08:00', to: '21:00' },
}

test('what is left, and when it is quiet', () => {
  expect(remindersView(given)).toEqual({
    total: 3,
    lines: ['工作提醒：还剩 3 次'],
    quiet: '晚9点到早8点不提醒。',
    askFor: ['t1'],
  })
})

test('a template without a credit has none', () => {
  expect(remindersView({ ...given, credits: [] }).total).toBe(0)
})

test('every kind of yes is a yes', () => {
  expect(wasAllowed([{ result: 'acceptWithAudio' }])).toBe(true)
  expect(wasAllowed([{ result: 'reject' }, { result: 'ban' }])).toBe(false)
})
