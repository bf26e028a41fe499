import { describe, expect, it } from '@jest/globals'
import { isTemplateValue, type TemplateValueType, valueTypeOfKey } from './template-values.js'

const han = (count: number) => '待'.repeat(count)

const ACCEPTED: [TemplateValueType, string][] = [
  ['thing', '您有1项工作将于11月30日到期'],
  ['thing', han(20)],
  ['thing', 'A1，。!'],
  ['number', '12'],
  ['number', '12.5'],
  ['number', '1'.repeat(32)],
  ['letter', 'a'.repeat(32)],
  ['symbol', '+-*/!'],
  ['character_string', 'A-07_#'],
  ['character_string', '7'.repeat(32)],
  ['time', '15:01'],
  ['time', '15:01:59'],
  ['time', '2019年10月1日 15:01'],
  ['time', '08:00~21:00'],
  ['time', '2019年10月1日 15:01~2019年10月2日 15:01'],
  ['date', '2019年10月1日'],
  ['date', '2019年10月'],
  ['date', '10月1日'],
  ['date', '2018-01-01'],
  ['date', '2018/01/01'],
  ['date', '2018.01.01'],
  ['date', '2018-01'],
  ['date', '01-01'],
  ['date', '2026-09-05 09:42'],
  ['date', '2026-11-01~2026-11-30'],
  ['amount', '¥100'],
  ['amount', '￥100.50元'],
  ['amount', '$1234567890'],
  ['phone_number', '+86-0766-66888866'],
  ['car_number', '粤A8Z888挂'],
  ['car_number', '粤A12345'],
  ['name', han(10)],
  ['name', '李X'],
  ['name', 'a'.repeat(20)],
  ['phrase', '配送中'],
  ['phrase', '待整改'],
  ['phrase', han(5)],
]

const REFUSED: [TemplateValueType, string, string][] = [
  ['thing', '', 'empty'],
  ['thing', han(21), '21 characters'],
  ['thing', '一\n二', 'a line break'],
  ['thing', '一\u2028二', 'a line separator'],
  ['thing', '一\u0007', 'a control character'],
  ['number', '1'.repeat(33), '33 digits'],
  ['number', '一', 'Han'],
  ['number', '1.', 'a bare point'],
  ['letter', 'a1', 'a digit'],
  ['letter', 'a'.repeat(33), '33 letters'],
  ['symbol', '!!!!!!', '6 symbols'],
  ['symbol', 'a', 'a letter'],
  ['character_string', '编号7', 'Han'],
  ['character_string', '7'.repeat(33), '33 characters'],
  ['character_string', 'A 7', 'a space'],
  ['time', '24:00', 'hour 24'],
  ['time', '15:60', 'minute 60'],
  ['time', '15', 'no minutes'],
  ['date', '明天', 'a word'],
  ['date', '2018-01-01T00:00:00Z', 'ISO with T'],
  ['date', '20180101', 'no separators'],
  ['amount', '100', 'no currency sign'],
  ['amount', '¥12345678901', '11 digits'],
  ['phone_number', '1'.repeat(18), '18 characters'],
  ['phone_number', '138x', 'a letter'],
  ['car_number', '粤A8Z8888挂', '9 characters'],
  ['name', han(11), '11 Han'],
  ['name', 'a'.repeat(21), '21 letters'],
  ['name', `李${'a'.repeat(10)}`, 'mixed, 11 characters'],
  ['phrase', han(6), '6 Han'],
  ['phrase', '待办1', 'a digit'],
  ['phrase', '', 'empty'],
]

describe('values of subscribe messages', () => {
  it.each(ACCEPTED)('%s accepts %s', (type, value) => {
    expect(isTemplateValue(type, value)).toBe(true)
  })

  it.each(REFUSED)('%s refuses %j (%s)', (type, value) => {
    expect(isTemplateValue(type, value)).toBe(false)
  })

  it('counts a code point outside the basic plane as one character', () => {
    expect(isTemplateValue('thing', '𠮷'.repeat(20))).toBe(true)
  })

  it('enum accepts only a value of the template’s list', () => {
    expect(isTemplateValue('enum', '进行中', ['进行中', '已完成'])).toBe(true)
    expect(isTemplateValue('enum', '未知', ['进行中', '已完成'])).toBe(false)
  })

  it('reads the type from a keyword’s key', () => {
    expect(valueTypeOfKey('thing1')).toBe('thing')
    expect(valueTypeOfKey('character_string12')).toBe('character_string')
    expect(valueTypeOfKey('thing')).toBeNull()
    expect(valueTypeOfKey('remark1')).toBeNull()
  })
})
