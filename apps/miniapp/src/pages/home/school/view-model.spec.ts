import type { ClassHead } from '@/shared/api'
import { classRow, splitClasses } from './view-model'

const held = (given: Partial<ClassHead> = {}): ClassHead => ({
  id: 'c1',
  topic: '认识毒品的危害',
  className: '五年级2班',
  pupils: 31,
  lessonMinutes: 40,
  startedAt: '2026-11-20T02:00:00.000Z',
  endedAt: '2026-11-20T02:40:00.000Z',
  answered: 29,
  valid: 29,
  aware: 26,
  ...given,
})

test('a class that is over tells what it counted; too few papers tell nothing', () => {
  expect(classRow(held(), '2026-11-23')).toMatchObject({
    title: '五年级2班 · 认识毒品的危害',
    lines: ['11月20日 10:00', '已交 29 份，到课 31 人', '有效 29 份，知晓 26 份'],
  })
  expect(classRow(held({ valid: null, aware: null }), '2026-11-23').lines).toContain(
    '有效答卷不足5份，不显示结果',
  )
  expect(classRow(held({ endedAt: null, valid: null, aware: null }), '2026-11-23').lines).toHaveLength(2)
})

test('what goes on stands apart from what is over', () => {
  const { running, past } = splitClasses([held(), held({ id: 'c2', endedAt: null })])
  expect([running.map(({ id }) => id), past.map(({ id }) => id)]).toEqual([['c2'], ['c1']])
})
