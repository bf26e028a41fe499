import { describe, expect, it } from 'vitest'
import { fitValue, typeOfKey } from './template-values.js'

const HAN_20 = '您有一项工作将于本月三十日到期请及时办理'

describe('values of subscribe messages', () => {
  it('leaves 20 characters whole and cuts 21', () => {
    expect([...HAN_20]).toHaveLength(20)
    expect(fitValue('thing', { text: HAN_20 })).toBe(HAN_20)
    const cut = fitValue('thing', { text: `${HAN_20}了` })
    expect([...cut]).toHaveLength(20)
    expect(cut.endsWith('…')).toBe(true)
  })

  it('counts characters, not code units', () => {
    const rare = '𠮷'.repeat(20)
    expect(fitValue('thing', { text: rare })).toBe(rare)
  })

  it('drops line breaks and emoji, which make WeChat refuse the message', () => {
    expect(fitValue('thing', { text: '请查看\n通知👍🏽' })).not.toMatch(/[\n👍]/u)
  })

  it.each([
    ['date', '2026年11月30日'],
    ['time', '2026年11月30日 23:59'],
    ['thing', '11月30日'],
    ['character_string', '2026-11-30'],
  ] as const)('says a date as %s', (type, value) => {
    expect(fitValue(type, { date: '2026-11-30' })).toBe(value)
  })

  it('keeps Han only, five at most, for a phrase', () => {
    expect(fitValue('phrase', { text: '待办2项工作提醒' })).toBe('待办项工作')
  })

  it.each([
    ['an empty text', 'thing', { text: ' \n ' }],
    ['Han as character string', 'character_string', { text: '工作' }],
    ['words as number', 'number', { text: '两项' }],
    ['a date as amount', 'amount', { date: '2026-11-30' }],
  ] as const)('refuses %s instead of sending what fails', (_, type, value) => {
    expect(() => fitValue(type, value)).toThrow(RangeError)
  })

  it('reads the type from the key', () => {
    expect(typeOfKey('thing1')).toBe('thing')
    expect(typeOfKey('character_string12')).toBe('character_string')
    expect(typeOfKey('thing')).toBeUndefined()
    expect(typeOfKey('nothing1')).toBeUndefined()
  })
})
