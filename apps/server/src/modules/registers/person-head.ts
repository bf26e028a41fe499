import {
  type AsOf,
  type KeyStanding,
  type KeyView,
  type LedgerRecord,
  type MemberKind,
  type PersonStanding,
  type PersonView,
  standingOf,
  villageFold,
  yearOf,
} from '@dfv/rules'
import type { Role } from '../../platform/auth/roles.js'
import { type FileLedger, type FoldInput, villageLedgerOf } from './file-ledger.js'
import type { FileState, PersonHeadFacts, PersonRegister } from './subject-file.js'

/** Only the year of birth is known, so a person counts as a minor until the end of the year in which he turns 18. */
const ADULT_AFTER_YEARS = 18

/** A support group names kinds of members; these cadres stand for them. */
const CADRE_OF: Partial<Record<MemberKind, Role>> = {
  'village-cadre': 'village-secretary',
  police: 'police',
  'social-worker': 'case-worker',
}

/** The person as the rules see him today, with what is due: on the register, as a key person, both or neither. */
export function viewPerson(
  ledger: FileLedger,
  id: string,
  at: AsOf,
): { person: PersonView | undefined; key: KeyView | undefined } {
  const { person, keyPersons } = villageFold(villageLedgerOf(ledger), at)
  return { person: person(id), key: keyPersons.find((key) => key.id === id) }
}

/**
 * A person's file. It is sealed when the person has been abstinent three years, a minor's also when support has ended,
 * and where a registration was made void; it is open again when the records no longer say so.
 */
export function foldPersonFile({ id, ledger, before, today, policies }: FoldInput): FileState {
  const sealed = (state: FileState): FileState => ({
    ...state,
    state: 'sealed',
    sealedOn: before.sealedOn ?? today,
  })
  const { person: view, key } = standingOf(villageLedgerOf(ledger), id, { asOf: today, policies })
  const registration = registrationOf(ledger)
  if (!view && !isKeyOnly(registration)) return sealed(before)
  const head = headOf(ledger, registration, view, key)
  const open: FileState = {
    name: null,
    registeredOn: view?.registeredOn ?? registration?.occurredOn ?? before.registeredOn,
    registers: registersOf(view, key),
    head,
    state: 'active',
    sealedOn: null,
    readers: readersOf(view, head.birthYear, today),
  }
  if (!view) return open
  const supportEnded = !view.isUnderSupport && wasSupported(view)
  const isClosed = view.isThreeYears || (isMinor(head.birthYear, today) && supportEnded)
  return isClosed ? sealed(open) : open
}

const registrationOf = ({ records }: FileLedger): LedgerRecord | undefined =>
  records
    .filter(({ kind, reviewState }) => kind === 'person-registration' && reviewState === 'accepted')
    .at(-1)

const isKeyOnly = (registration: LedgerRecord | undefined): boolean => registration?.payload.keyOnly === true

export const isMinor = (birthYear: number | undefined, today: string): boolean =>
  birthYear !== undefined && yearOf(today) - birthYear <= ADULT_AFTER_YEARS

/** Support is over when its last status has ended; a detention only interrupts it. */
function wasSupported({ statuses }: PersonStanding): boolean {
  const isSupport = (status: string) =>
    ['community-treatment', 'community-rehabilitation', 'helped'].includes(status)
  const last = statuses.at(-1)
  return statuses.some(({ status }) => isSupport(status)) && last?.status !== 'detained'
}

function headOf(
  { areaCode }: FileLedger,
  registration: LedgerRecord | undefined,
  view: PersonStanding | undefined,
  key: KeyStanding | undefined,
): PersonHeadFacts {
  const { gender, birthYear, residence } = registration?.payload ?? {}
  // Whose household is in one village came to the next from outside.
  const isOwn = registration?.areaCode === areaCode
  return {
    ...(typeof gender === 'string' ? { gender } : {}),
    ...(typeof birthYear === 'number' ? { birthYear } : {}),
    ...(typeof residence === 'string' && isOwn ? { residence } : {}),
    ...(view?.status ? { status: view.status } : {}),
    ...(view?.presence ? { presence: view.presence } : {}),
    ...(key ? { keyCategory: key.category } : {}),
  }
}

/** Of whom it is not known whether he still is on the existing register, he is. */
function registersOf(view: PersonStanding | undefined, key: KeyStanding | undefined): string | null {
  const registers: PersonRegister[] = []
  if (view) registers.push('cumulative')
  if (view && view.isExisting !== false) registers.push('existing')
  if (view?.isUnderSupport) registers.push('supported')
  if (key) registers.push('key')
  return registers.length === 0 ? null : `,${registers.join(',')},`
}

/** Roles that may see the file, as it is stored. A minor's: the town office and the cadres of his support group; before there is one, the village secretary. */
function readersOf(
  view: PersonStanding | undefined,
  birthYear: number | undefined,
  today: string,
): string | null {
  if (!isMinor(birthYear, today)) return null
  const members: readonly MemberKind[] = view?.group?.members ?? ['village-cadre']
  const cadres = members.flatMap((kind) => CADRE_OF[kind] ?? [])
  return `,${[...new Set<Role>(['town-office', ...cadres])].sort().join(',')},`
}
