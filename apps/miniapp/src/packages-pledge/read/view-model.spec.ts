import { blocksOf, minutesToRead, pagesOf } from './view-model'

const TEXT = [
  '示范村A2026年禁毒责任状（镇—村）',
  '',
  '责任人：林某',
  '一、目标',
  '甲'.repeat(100),
  '二、我的责任',
  '1. 乙'.padEnd(60, '乙'),
  '2. 丙'.padEnd(60, '丙'),
].join('\n')

test('every line is shown, in order, with its parts as headings', () => {
  const blocks = blocksOf(TEXT)
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'title',
    'text',
    'heading',
    'text',
    'heading',
    'text',
    'text',
  ])
  expect(blocks.map(({ text }) => text).join('')).toBe(TEXT.replace(/\n/g, ''))
})

test('a small text size has one page, a large one several, and nothing gets lost between them', () => {
  const blocks = blocksOf(TEXT)
  expect(pagesOf(blocks, false)).toHaveLength(1)
  const pages = pagesOf(blocks, true)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.flat()).toEqual(blocks)
})

test('no heading stands alone at the foot of a page', () => {
  for (const page of pagesOf(blocksOf(TEXT), true))
    if (page.length > 1) expect(page[page.length - 1]?.kind).not.toBe('heading')
})

test('how long it takes is told, not measured', () => {
  expect(minutesToRead('字'.repeat(400))).toBe(2)
  expect(minutesToRead('短')).toBe(1)
})
