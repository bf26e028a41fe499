import { describe, expect, it } from 'vitest'
import { maskName, subjectCode } from './subject-code.js'

describe('code of a file', () => {
  it.each([
    ['示范村A', 7, '示范A-07'],
    ['赤坑村', 12, '赤坑-12'],
    ['新村村', 3, '新村-03'],
    ['博美社区', 100, '博美-100'],
    ['石头村民委员会', 1, '石头-01'],
    ['村', 1, '村-01'],
  ])('%s number %d is %s', (village, number, code) => {
    expect(subjectCode('person', village, number)).toBe(code)
  })
})

describe('code of a place', () => {
  it.each([
    ['venue', '示范A-场所-03'],
    ['grid', '示范A-网格-03'],
    ['site', '示范A-阵地-03'],
    ['school', '示范A-学校-03'],
  ] as const)('%s', (type, code) => {
    expect(subjectCode(type, '示范村A', 3)).toBe(code)
  })
})

describe('masked name', () => {
  it.each([
    ['李小明', '李*'],
    [' 欧阳明', '欧*'],
    ['𠮷田', '𠮷*'],
    ['', '*'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
