import { describe, expect, it } from 'vitest'
import { parseLossless } from './lossless-json.js'
import { refusalClass } from './wechat-codes.js'

describe('errcodes of WeChat', () => {
  it.each([
    [-1, 'busy'],
    [40001, 'token'],
    [40014, 'token'],
    [42001, 'token'],
    [45011, 'minute-limit'],
    [45009, 'day-limit'],
    [43108, 'collision'],
    [43101, 'no-credit'],
    [40003, 'unknown-user'],
    [40029, 'code-invalid'],
    [40163, 'code-invalid'],
    [40226, 'user-blocked'],
    [43107, 'template-banned'],
    [40164, 'account'],
    [61004, 'account'],
    [40125, 'account'],
    [47003, 'defect'],
    [45168, 'defect'],
    [41030, 'defect'],
    [99999, 'defect'],
  ] as const)('%i is %s', (errcode, expected) => {
    expect(refusalClass(errcode)).toBe(expected)
  })
})

describe('JSON of WeChat', () => {
  it('keeps 64-bit ids as text, and leaves digits inside texts alone', () => {
    expect(parseLossless('{"msgid":1864323726461255681,"n":7200,"t":"a 1864323726461255681 \\" b"}')).toEqual(
      {
        msgid: '1864323726461255681',
        n: 7200,
        t: 'a 1864323726461255681 " b',
      },
    )
  })

  it('leaves fractions alone', () => {
    expect(parseLossless('{"x":0.1234567890123456,"y":[1,2]}')).toEqual({
      x: 0.1234567890123456,
      y: [1, 2],
    })
  })
})
