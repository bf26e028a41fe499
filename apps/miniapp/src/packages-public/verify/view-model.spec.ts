import type { PledgeCheck } from '@/shared/api'
import { checkView, typedCode } from './view-model'

const valid: PledgeCheck = {
  valid: true,
  state: 'valid',
  title: '示范村A2026年禁毒责任状',
  version: 1,
  number: 'PL-2026-00318',
  sealedAt: '2026-11-23T06:20:00.000Z',
  timestamp: 'present',
  stampedAt: '2026-11-23T06:21:00.000Z',
  stampedBy: '示范时间戳机构',
}

test('a valid pledge says what it is and since when, and names nobody', () => {
  expect(checkView(valid)).toEqual({
    good: true,
    title: '有效',
    lines: [
      '示范村A2026年禁毒责任状 第1版',
      'PL-2026-00318',
      '2026年11月23日 14:20 封存',
      '内容、签名、时间没有被改动过。',
      '第三方时间戳 2026年11月23日 14:21（示范时间戳机构）',
      '这里不显示签署人姓名。',
    ],
  })
})

test('the other outcomes say what to do', () => {
  const unstamped = { ...valid, stampedAt: undefined, stampedBy: undefined }
  expect(checkView({ ...unstamped, timestamp: 'absent' }).lines).toContain(
    '时间由本系统记录，没有第三方时间戳。',
  )
  expect(checkView({ ...unstamped, timestamp: 'pending' }).lines).toContain('第三方时间戳待补。')
  expect(checkView({ ...valid, valid: false, state: 'revoked' })).toMatchObject({
    good: false,
    title: '已撤回',
  })
  expect(checkView({ ...valid, state: 'superseded' }).title).toBe('已由新版代替')
  expect(checkView({ valid: false, state: 'unknown' })).toMatchObject({
    good: false,
    title: '没有这份承诺书',
  })
  expect(checkView({ ...valid, valid: false, state: 'altered' }).lines).toContain('请联系镇禁毒办。')
  expect(checkView({ valid: false, state: 'sealing' }).good).toBe(false)
})

test('a code may be typed as it is printed', () => {
  expect(typedCode(' 7f3k-9q2m—7F3K 9q2m ')).toBe('7F3K9Q2M7F3K9Q2M')
})
