import type { Appointment, Session } from '@/shared/api'
import { checkBinding, checkConsent, nextStep, normaliseCode } from './view-model'

const appointment = (id: string): Appointment => ({
  id,
  role: 'case-worker',
  areaCode: '441581990201',
  areaName: '示范村A',
  from: '2026-01-01',
  to: null,
})
const session = (appointments: Appointment[]): Session => ({
  accessToken: 't',
  expiresAt: '2026-11-23T06:05:00.000Z',
  account: { id: 'a', name: '林××' },
  appointments,
})

test('nothing is sent before the privacy note is ticked', () => {
  expect(checkConsent({ agreed: false, bindingCode: '' })).toEqual([
    { field: 'agreed', text: '请先阅读并勾选《隐私说明》' },
  ])
  expect(checkBinding({ agreed: false, bindingCode: ' ' }).map(({ field }) => field)).toEqual([
    'agreed',
    'bindingCode',
  ])
  expect(checkBinding({ agreed: true, bindingCode: 'k7' })).toEqual([])
})

test('a printed code may be typed as people type', () => {
  expect(normaliseCode(' k7f3-9m2p ')).toBe('K7F39M2P')
})

test('one role goes home, several choose, none binds', () => {
  expect(nextStep(session([appointment('1')]))).toBe('home')
  expect(nextStep(session([appointment('1'), appointment('2')]))).toBe('choose-role')
  expect(nextStep(session([]))).toBe('bind')
})
