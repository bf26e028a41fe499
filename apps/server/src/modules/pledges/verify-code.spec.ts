import { describe, expect, it } from 'vitest'
import { newVerifyCode, printedCode, readVerifyCode } from './verify-code.js'

describe('verify codes', () => {
  it('are read back as they were printed, typed in any way', () => {
    const code = newVerifyCode()
    expect(readVerifyCode(printedCode(code))).toBe(code)
    expect(readVerifyCode(` ${printedCode(code).toLowerCase()} `)).toBe(code)
    expect(readVerifyCode('o123-il56-7890-abcd')).toBe('012311567890ABCD')
  })

  it('are not read from anything else', () => {
    for (const typed of ['', '123', '1234-5678-9012-345U', '0'.repeat(17), "' OR 1=1 --xxxx"])
      expect(readVerifyCode(typed)).toBeUndefined()
  })
})
