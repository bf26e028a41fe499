import { type LedgerRecord, type MemberKind, type PersonView, personFold, yearOf } from '@dfv/rules'
import type { Role } from '../../platform/auth/roles.js'
import type { FileState, PersonHeadFacts } from './subject-heads.js'

/** Only the year of birth is known, so a person counts as a minor until the end of the year in which he turns 18. */
const ADULT_AFTER_YEARS = 18

/** A support group names kinds of members; these cadres stand for them. */
const CADRE_OF: Partial<Record<MemberKind, Role>> = {
  'village-cadre': 'village-secretary',
  police: 'police',
  'social-worker': 'case-worker',
}

export type PersonLedger = {
  areaCode: string
  startOn: string
  version: number
  records: readonly LedgerRecord[]
}

/** The person as the rules see him today. @returns undefined when no registration counts */
export const viewPerson = (ledger: PersonLedger, id: string, today: string): PersonView | undefined =>
  personFold(
    {
      format: 'village-ledger@1',
      areaCode: ledger.areaCode,
      startOn: ledger.startOn,
      ledgerVersion: ledger.version,
      records: ledger.records,
    },
    id,
    { asOf: today },
  )

/**
 * What the register shows of a person, folded from his records. The file is sealed when the person has been abstinent
 * three years, a minor's also when support has ended, and where a registration was made void; it is open again when the
 * records no longer say so.
 * @param before the present state: keeps the day of sealing, and what there was where no registration counts any more
 */
export function foldFile(ledger: PersonLedger, id: string, before: FileState, today: string): FileState {
  const view = viewPerson(ledger, id, today)
  const sealed = (state: FileState): FileState => ({
    ...state,
    state: 'sealed',
    sealedOn: before.sealedOn ?? today,
  })
  if (!view) return sealed(before)
  const head = headOf(view, ledger.records)
  const open: FileState = {
    registeredOn: view.registeredOn,
    head,
    state: 'active',
    sealedOn: null,
    readers: readersOf(view, head.birthYear, today),
  }
  const supportEnded = !view.isUnderSupport && wasSupported(view)
  const isClosed = view.isThreeYears || (isMinor(head.birthYear, today) && supportEnded)
  return isClosed ? sealed(open) : open
}

export const isMinor = (birthYear: number | undefined, today: string): boolean =>
  birthYear !== undefined && yearOf(today) - birthYear <= ADULT_AFTER_YEARS

/** Support is over when its last status has ended; a detention only interrupts it. */
function wasSupported({ statuses }: PersonView): boolean {
  const isSupport = (status: string) =>
    ['community-treatment', 'community-rehabilitation', 'helped'].includes(status)
  const last = statuses.at(-1)
  return statuses.some(({ status }) => isSupport(status)) && last?.status !== 'detained'
}

function headOf(view: PersonView, records: readonly LedgerRecord[]): PersonHeadFacts {
  const registration = records
    .filter(({ kind, reviewState }) => kind === 'person-registration' && reviewState === 'accepted')
    .at(-1)
  const { gender, birthYear, residence } = registration?.payload ?? {}
  return {
    ...(typeof gender === 'string' ? { gender } : {}),
    ...(typeof birthYear === 'number' ? { birthYear } : {}),
    ...(typeof residence === 'string' ? { residence } : {}),
    ...(view.status === null ? {} : { status: view.status }),
    ...(view.presence === null ? {} : { presence: view.presence }),
  }
}

/** Roles that may see the file, as it is stored. A minor's: the town office and the cadres of his support group; before there is one, the village secretary. */
function readersOf(view: PersonView, birthYear: number | undefined, today: string): string | null {
  if (!isMinor(birthYear, today)) return null
  const members: readonly MemberKind[] = view.group?.members ?? ['village-cadre']
  const cadres = members.flatMap((kind) => CADRE_OF[kind] ?? [])
  return `,${[...new Set<Role>(['town-office', ...cadres])].sort().join(',')},`
}
