import type { Pledge } from '@/shared/api'
import { printedCode, receiptView } from './view-model'

const pledge: Pledge = {
  id: 'p',
  title: '示范村A2026年禁毒责任状',
  level: 'town-village',
  year: 2026,
  state: 'sealed',
  dueOn: '2026-11-30',
  areaName: '示范村A',
  sealedAt: '2026-11-23T06:20:00.000Z',
  areaCode: '441581990201',
  template: { id: 'town-village', version: 1 },
  text: '',
  textHash: '',
  signer: { name: '林某', role: 'village-secretary', roleLabel: '村书记' },
  number: 'PL-2026-00318',
  verifyCode: '7F3K9Q2M7F3K9Q2M',
  verifyUrl: 'http://x/#/v',
  timestamp: 'absent',
}
const TODAY = '2026-11-23'

test('a sealed pledge shows when, its number and code, and whose the time is', () => {
  expect(receiptView(pledge, TODAY)).toEqual({
    stage: 'sealed',
    lines: ['示范村A2026年禁毒责任状', '今天 14:20', 'PL-2026-00318', '时间由本系统记录，没有第三方时间戳'],
    code: '7F3K-9Q2M-7F3K-9Q2M',
    url: 'http://x/#/v',
  })
})

test('what was signed without a network shows the time of the phone as such; what was revoked says why', () => {
  const lines = (given: Pledge) => {
    const view = receiptView(given, TODAY)
    return view.stage === 'sealed' ? view.lines.slice(3) : []
  }
  expect(lines({ ...pledge, deviceTime: '2026-11-23T01:05:00.000Z', timestamp: 'pending' })).toEqual([
    '没有网络时签的，手机上的时间：今天 09:05',
    '第三方时间戳待补（稍后自动补上）',
  ])
  expect(lines({ ...pledge, state: 'revoked', reason: '写错了', timestamp: 'present' })).toEqual([
    '已撤回',
    '原因：写错了',
  ])
})

test('before the seal there is no code and no word of being signed', () => {
  expect(receiptView({ ...pledge, state: 'signed-pending-seal', sealedAt: undefined }, TODAY)).toEqual({
    stage: 'sealing',
  })
  expect(receiptView({ ...pledge, state: 'to-sign', sealedAt: undefined }, TODAY)).toEqual({ stage: 'none' })
})

test('a code is printed in fours', () => {
  expect(printedCode('ABCDE')).toBe('ABCD-E')
  expect(printedCode('75J8-HK8R-TSXA-450X')).toBe('75J8-HK8R-TSXA-450X')
})
