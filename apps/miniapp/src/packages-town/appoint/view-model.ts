import type { AppointmentIn, Area, Role } from '@/shared/api'
import { appoint as copy, roleNames } from '@/shared/copy'
import { phoneDigits as digits } from '@/shared/format'
import type { SummaryLine } from '@/shared/ui'

/** Who may appoint whom, and at which level a post stands; the server checks it again. */
const APPOINTS: Partial<Record<Role, readonly Role[]>> = {
  'county-office': ['county-assessor', 'town-office'],
  'town-office': [
    'police',
    'posted-leader',
    'village-secretary',
    'case-worker',
    'grid-worker',
    'venue-manager',
    'teacher',
  ],
}
const LEVELS: Partial<Record<Role, readonly string[]>> = {
  'county-assessor': ['county'],
  'town-office': ['town'],
  police: ['town', 'village'],
  'posted-leader': ['village'],
  'village-secretary': ['village'],
  'case-worker': ['town', 'village'],
  'grid-worker': ['village', 'grid'],
  'venue-manager': ['village'],
  teacher: ['village'],
}

export const roleOptions = (mine: Role | null) =>
  (mine ? (APPOINTS[mine] ?? []) : []).map((value) => ({ value, label: roleNames[value] }))

/** Where a post of this kind can stand, wider areas first, in the order of the codes. */
export const areaOptions = (areas: readonly Area[], role: Role | null): Area[] =>
  role === null
    ? []
    : areas
        .filter(({ level }) => LEVELS[role]?.includes(level))
        .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))

/** Posts that are held for one place of the village, and its type. */
const SUBJECTS: Partial<Record<Role, 'venue' | 'school'>> = { 'venue-manager': 'venue', teacher: 'school' }
export const subjectTypeOf = (role: Role | null) => (role === null ? undefined : SUBJECTS[role])

export type AppointForm = {
  name: string
  phone: string
  role: Role | null
  area: { code: string; name: string } | null
  subject: { id: string; name: string } | null
  from: string
}

export function checkAppoint(form: AppointForm): SummaryLine[] {
  const phone = digits(form.phone)
  return [
    ...(form.name.trim() === '' ? [{ field: 'name', text: copy.nameMissing }] : []),
    ...(phone !== '' && !/^1\d{10}$/.test(phone) ? [{ field: 'phone', text: copy.phoneWrong }] : []),
    ...(form.role === null ? [{ field: 'role', text: copy.roleMissing }] : []),
    ...(form.area === null ? [{ field: 'areaCode', text: copy.areaMissing }] : []),
    ...(form.area !== null && subjectTypeOf(form.role) !== undefined && form.subject === null
      ? [{ field: 'subjectId', text: copy.subjectMissing[subjectTypeOf(form.role) ?? 'venue'] }]
      : []),
  ]
}

/** What was filled in stops shouting; what was emptied is still missing. */
export function faultsLeft(faults: readonly SummaryLine[], given: Partial<AppointForm>): SummaryLine[] {
  const fieldOf: Record<string, string> = { area: 'areaCode', subject: 'subjectId' }
  const mended = Object.entries(given)
    .filter(([, value]) => value !== null)
    .map(([name]) => fieldOf[name] ?? name)
  return faults.filter(({ field }) => !mended.includes(field))
}

/** What is sent; only for a form without faults. */
export function appointmentOf(form: AppointForm): AppointmentIn | null {
  if (checkAppoint(form).length > 0 || form.role === null || form.area === null) return null
  const phone = digits(form.phone)
  return {
    name: form.name.trim(),
    role: form.role,
    areaCode: form.area.code,
    ...(form.subject !== null && { subjectId: form.subject.id }),
    from: form.from,
    ...(phone !== '' && { phone }),
  }
}
