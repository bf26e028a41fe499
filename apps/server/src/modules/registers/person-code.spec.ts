import { describe, expect, it } from '@jest/globals'
import { maskName, personCode } from './person-code.js'

describe('code of a file', () => {
  it.each([
    ['示范村A', 7, '示范A-07'],
    ['赤坑村', 12, '赤坑-12'],
    ['新村村', 3, '新村-03'],
    ['博美社区', 100, '博美-100'],
    ['石头村民委员会', 1, '石头-01'],
    ['村', 1, '村-01'],
  ])('%s number %d is %s', (village, number, code) => {
    expect(personCode(village, number)).toBe(code)
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
