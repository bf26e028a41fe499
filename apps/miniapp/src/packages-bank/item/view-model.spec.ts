import type { ItemVersion } from '@/shared/api'
import { historyLines, questionView } from './view-model'

const version: ItemVersion = {
  version: 2,
  state: 'reviewed',
  item: {
    audience: ['public'],
    topic: 'duty',
    type: 'single',
    stem: '发现可疑药片该怎么办？',
    options: ['扔掉', '报警'],
    answer: [1],
    explanation: '交给公安机关最稳妥。',
    basis: '《禁毒法》第九条',
  },
  delivered: false,
  author: '吴主任',
  writtenAt: '2026-11-23T06:00:00.000Z',
  review: { by: '何干事', at: '2026-11-23T07:00:00.000Z', returnedBecause: null },
  retirement: null,
}

test('the right options are marked, by letter', () => {
  expect(questionView(version)).toMatchObject({
    kind: '单选 · 举报和防范责任 · 本村群众',
    options: [
      { letter: 'A', text: '扔掉', right: false },
      { letter: 'B', text: '报警', right: true },
    ],
  })
})

test('who wrote it, who accepted it, who took it out, each with the time and the reason', () => {
  const lines = historyLines(
    { ...version, retirement: { by: null, at: '2026-11-24T01:00:00.000Z', because: '法条改了' } },
    '2026-11-24',
  )
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^吴主任 .*写$/)
  expect(lines[1]).toMatch(/^何干事 .*审核通过$/)
  expect(lines[2]).toMatch(/^有人 .*停用：法条改了$/)
  const returned = { ...version, review: { ...version.review!, returnedBecause: '法条写错了' } }
  expect(historyLines(returned, '2026-11-24')[1]).toMatch(/退回：法条写错了$/)
  expect(historyLines({ ...version, delivered: true, review: null }, '2026-11-24')).toEqual(['系统自带'])
})
