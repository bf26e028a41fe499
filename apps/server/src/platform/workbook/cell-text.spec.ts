import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, headerText, sheetName } from './cell-text.js'

describe('text of a worksheet cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+8613800000000', "'+8613800000000"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['=HYPERLINK("http://x","看")', '\'=HYPERLINK("http://x","看")'],
    ['＝1+1', "'＝1+1"],
    ['  =1', "'  =1"],
    ['\t=1', "' =1"],
    ['\r=1', "'\n=1"],
    ['村委会', '村委会'],
    ['2026-11-23', '2026-11-23'],
    ['第一行\r\n第二行', '第一行\n第二行'],
    ['铃\u0007响', '铃响'],
    ['', ''],
  ])('%j is written as %j', (value, written) => {
    expect(cellText(value)).toBe(written)
  })

  it('is a formula for no text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const first = cellText(value).trimStart()[0] ?? ''
        expect('=+-@＝＋－＠\t\r').not.toContain(first === '' ? '?' : first)
      }),
    )
  })

  it('is never longer than a cell', () => {
    expect(cellText('='.repeat(40_000))).toHaveLength(32_767)
  })
})

describe('name of a worksheet', () => {
  it.each([
    ['检查/整改[2026]', '检查 整改 2026'],
    ['一'.repeat(40), '一'.repeat(31)],
    ['??', '表'],
  ])('%s becomes %s', (name, written) => {
    expect(sheetName(name)).toBe(written)
  })
})

it('a header keeps its ampersands and its leading digits', () => {
  expect(headerText('2026 张三&李四')).toBe(' 2026 张三&&李四')
})
