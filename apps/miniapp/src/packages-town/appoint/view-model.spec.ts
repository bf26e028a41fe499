import type { Area } from '@/shared/api'
import {
  type AppointForm,
  appointmentOf,
  areaOptions,
  checkAppoint,
  faultsLeft,
  roleOptions,
} from './view-model'

const form: AppointForm = {
  name: ' 林某 ',
  phone: '',
  role: 'case-worker',
  area: { code: '441581990201', name: '示范村A' },
  subject: null,
  from: '2026-11-23',
}
const area = (code: string, level: string): Area => ({
  code,
  name: code,
  level,
  parentCode: null,
  isDemo: true,
  startOn: null,
})

test('nobody appoints his own rank', () => {
  expect(roleOptions('town-office').map(({ value }) => value)).not.toContain('town-office')
  expect(roleOptions('county-office').map(({ value }) => value)).toEqual(['county-assessor', 'town-office'])
  expect(roleOptions('case-worker')).toEqual([])
})

test('a post stands at its level', () => {
  const areas = [area('441581990202', 'village'), area('441581990', 'town'), area('441581990201', 'village')]
  expect(areaOptions(areas, 'village-secretary').map(({ code }) => code)).toEqual([
    '441581990201',
    '441581990202',
  ])
  expect(areaOptions(areas, 'police')[0]?.code).toBe('441581990')
  expect(areaOptions(areas, null)).toEqual([])
})

test('what is missing or wrong is said at its field', () => {
  const faults = checkAppoint({ ...form, name: ' ', phone: '1234', role: null, area: null })
  expect(faults.map(({ field }) => field)).toEqual(['name', 'phone', 'role', 'areaCode'])
})

test('a phone number is optional and may be typed as people write it', () => {
  expect(appointmentOf(form)).toEqual({
    name: '林某',
    role: 'case-worker',
    areaCode: '441581990201',
    from: '2026-11-23',
  })
  expect(appointmentOf({ ...form, phone: '138 0013-8000' })?.phone).toBe('13800138000')
  expect(appointmentOf({ ...form, role: null })).toBeNull()
})

test('a manager is appointed for one venue, a teacher for one school; nobody else is asked', () => {
  const subject = { id: 'v1', name: '示范旅馆' }
  expect(checkAppoint({ ...form, role: 'venue-manager' })).toEqual([
    { field: 'subjectId', text: '请选择是哪一家场所' },
  ])
  expect(checkAppoint({ ...form, role: 'teacher' })).toEqual([
    { field: 'subjectId', text: '请选择是哪一所学校' },
  ])
  expect(appointmentOf({ ...form, role: 'venue-manager', subject })).toMatchObject({ subjectId: 'v1' })
  expect(appointmentOf(form)).not.toHaveProperty('subjectId')
})

test('what was found missing is not held against him once it is there', () => {
  const faults = ['name', 'role', 'areaCode'].map((field) => ({ field, text: field }))
  const left = (given: Partial<AppointForm>) => faultsLeft(faults, given).map(({ field }) => field)
  expect(left({ name: '陈' })).toEqual(['role', 'areaCode'])
  expect(left({ role: 'teacher', area: null, subject: null })).toEqual(['name', 'areaCode'])
  expect(left({ area: { code: '441581990201', name: '示范村A' }, subject: null })).toEqual(['name', 'role'])
})
