import Taro from '@tarojs/taro'
import { type Appointment, api, type Session } from '@/shared/api'
import { storage } from '@/shared/platform'
import { currentNamespace } from './namespace'
import {
  chooseActive,
  chooseAppointment,
  nameVisited,
  restoreSession,
  signOut,
  startSession,
  useSession,
  visitVillage,
} from './session'
import { currentViewer } from './viewer'

const appointment = (
  id: string,
  role: Appointment['role'] = 'case-worker',
  areaCode = '441581990201',
): Appointment => ({
  id,
  role,
  areaCode,
  areaName: '示范村A',
  from: '2026-01-01',
  to: null,
})
const session = (accountId: string, appointments: Appointment[]): Session => ({
  accessToken: `access-${accountId}`,
  expiresAt: '2026-11-23T06:15:00.000Z',
  refreshToken: `refresh-${accountId}`,
  account: { id: accountId, name: '林××' },
  appointments,
})
const answer = (statusCode: number, data: unknown) => ({ statusCode, data, header: {} })
const request = Taro.request as unknown as jest.Mock

afterEach(async () => {
  request.mockResolvedValue(answer(204, ''))
  await signOut()
})

test('the only role is taken at once, several are chosen, a chosen one stays while it stands', () => {
  expect(chooseActive([appointment('a')], null)).toBe('a')
  expect(chooseActive([appointment('a'), appointment('b')], null)).toBeNull()
  expect(chooseActive([appointment('a'), appointment('b')], 'b')).toBe('b')
  expect(chooseActive([appointment('a'), appointment('c')], 'b')).toBeNull()
})

test('survives a kill, without the access token', () => {
  startSession(session('one', [appointment('a')]))
  expect(JSON.stringify(storage.get('dfv:session'))).not.toContain('access-one')
  useSession.setState({ status: 'signedOut', account: null, appointments: [], activeId: null })
  restoreSession()
  expect(currentViewer()).toMatchObject({ signedIn: true, role: 'case-worker', villageCode: '441581990201' })
})

test('a grid worker keeps the ledger of the village', () => {
  startSession(session('one', [appointment('g', 'grid-worker', '441581990201G003')]))
  expect(currentViewer()).toMatchObject({ areaCode: '441581990201G003', villageCode: '441581990201' })
})

describe('above the villages', () => {
  const town = (id: string, role: Appointment['role'] = 'town-office') => appointment(id, role, '441581990')
  const village = () => currentViewer().villageCode

  test('the village on screen is the one visited last, and outlives a kill', () => {
    startSession(session('one', [town('t')]))
    expect(currentViewer()).toMatchObject({ visitor: true, villageCode: null })
    visitVillage('441581990203')
    nameVisited('441581990203', '示范村C')
    expect(currentViewer()).toMatchObject({ villageCode: '441581990203', villageName: '示范村C' })
    useSession.setState({
      status: 'signedOut',
      account: null,
      appointments: [],
      activeId: null,
      visited: null,
    })
    restoreSession()
    expect(currentViewer()).toMatchObject({ villageCode: '441581990203', villageName: '示范村C' })
  })

  test('a name that arrives late is not given to another village', () => {
    startSession(session('one', [town('t')]))
    visitVillage('441581990203')
    visitVillage('441581990204')
    nameVisited('441581990203', '示范村C')
    expect(currentViewer()).toMatchObject({ villageCode: '441581990204', villageName: '' })
  })

  test('a visit belongs to the role and the account that made it', () => {
    startSession(session('one', [town('t'), town('p', 'police'), appointment('v')]))
    chooseAppointment('t')
    visitVillage('441581990203')
    chooseAppointment('p')
    expect(village()).toBeNull()
    chooseAppointment('v')
    expect(currentViewer()).toMatchObject({ visitor: false, villageCode: '441581990201' })
    startSession(session('two', [town('t')]))
    expect(village()).toBeNull()
  })

  test('who keeps one village, or sees figures only, visits none', () => {
    startSession(session('one', [appointment('v')]))
    visitVillage('441581990203')
    expect(village()).toBe('441581990201')
    startSession(session('two', [appointment('c', 'county-office', '441581')]))
    visitVillage('441581990203')
    expect(village()).toBeNull()
  })
})

test('each account in each role has its own drawer', () => {
  startSession(session('one', [appointment('a'), appointment('b')]))
  chooseAppointment('a')
  expect(currentNamespace()).toEqual({ accountId: 'one', appointmentId: 'a' })
  chooseAppointment('b')
  expect(currentNamespace()).toEqual({ accountId: 'one', appointmentId: 'b' })
  startSession(session('two', [appointment('a')]))
  expect(currentNamespace()).toEqual({ accountId: 'two', appointmentId: 'a' })
})

test('an expired token is renewed once and the call repeated', async () => {
  startSession(session('one', [appointment('a')]))
  request.mockReset()
  request
    .mockResolvedValueOnce(answer(401, { code: 'SIGN_IN_REQUIRED' }))
    .mockResolvedValueOnce(answer(200, session('one', [appointment('a')])))
    .mockResolvedValueOnce(answer(200, { unread: 0 }))
  await expect(api.request('GET', '/inbox')).resolves.toEqual({ unread: 0 })
  expect(request.mock.calls[1][0]).toMatchObject({ data: '{"refreshToken":"refresh-one"}' })
})

test('a session that is over says so and keeps who it was', async () => {
  startSession(session('one', [appointment('a')]))
  request.mockReset()
  request.mockResolvedValue(answer(401, { code: 'SIGN_IN_REQUIRED' }))
  await expect(api.request('GET', '/inbox')).rejects.toMatchObject({ status: 401 })
  expect(currentViewer()).toMatchObject({ expired: true, accountId: 'one' })
  expect(currentNamespace()).toEqual({ accountId: 'one', appointmentId: 'a' })
})

test('no network while renewing is no end of a session', async () => {
  startSession(session('one', [appointment('a')]))
  request.mockReset()
  request.mockResolvedValueOnce(answer(401, {})).mockRejectedValueOnce({ errMsg: 'request:fail' })
  await expect(api.request('GET', '/inbox')).rejects.toMatchObject({ name: 'NetworkError' })
  expect(currentViewer().signedIn).toBe(true)
})

test('a renewal that answers for somebody else is refused', async () => {
  startSession(session('one', [appointment('a')]))
  request.mockReset()
  request
    .mockResolvedValueOnce(answer(401, {}))
    .mockResolvedValueOnce(answer(200, session('two', [appointment('z')])))
  await expect(api.request('GET', '/inbox')).rejects.toMatchObject({ status: 401 })
  expect(currentViewer()).toMatchObject({ expired: true, accountId: 'one' })
})

test('signing out leaves no token on the phone, also without a network', async () => {
  startSession(session('one', [appointment('a')]))
  request.mockReset()
  request.mockRejectedValue({ errMsg: 'request:fail' })
  await signOut()
  expect(storage.get('dfv:session')).toBeUndefined()
  expect(currentViewer().signedIn).toBe(false)
})
