import { describe, expect, it } from 'vitest'
import { LineBreaker } from './text-lines.js'

/** Chinese characters are two wide, all others one. */
const breaker = new LineBreaker((character) => (/[\u3000-\uffef]/.test(character) ? 2 : 1))

describe('lines of text on paper', () => {
  it.each([
    ['发放禁毒宣传资料', 8, ['发放禁毒', '宣传资料']],
    ['到会三十人，散会', 10, ['到会三十', '人，散会']],
    ['编号示范A-07在家', 8, ['编号示范', 'A-07在家']],
    ['参加 35 人', 4, ['参加', ' 35 ', '人']],
    ['第一行\n第二行', 20, ['第一行', '第二行']],
    ['0123456789', 4, ['0123', '4567', '89']],
    ['', 10, ['']],
    ['宽', 1, ['宽']],
  ])('%j in %d is %j', (text, width, lines) => {
    expect(breaker.lines(text, width)).toEqual(lines)
  })

  it('lose no character and keep the order', () => {
    const text = '2026年6月26日（国际禁毒日），在村委会广场发放资料200份；参加35人。'
    for (let width = 2; width < 60; width++) expect(breaker.lines(text, width).join('')).toBe(text)
  })
})
