import type { IsoDate } from '../core/iso-date.ts'
import type { Role } from '../core/role.ts'

export type FieldType =
  | 'text'
  | 'date'
  | 'month'
  | 'count'
  | 'choice'
  | 'multi'
  | 'cadres'
  | 'flag'
  | 'record'
  | 'person'
  | 'area'
  | 'photos'

/**
 * How a field is guarded. `open`: may be read by the rules and by reports. `case`: about a person, not identifying; its
 * free text is stored sealed. `identity`: who the person is; never in a ledger.
 */
export type FieldClass = 'open' | 'case' | 'identity'

export type Option = { value: string; label: string }

export type Field = {
  type: FieldType
  label: string
  class: FieldClass
  /** May be left out. */
  optional?: true
  /** Decides the outcome: never preset, never has a default. */
  decides?: true
  help?: string
  /** choice, multi. */
  options?: readonly Option[]
  /** count: smallest value; cadres, multi: fewest entries; text: fewest characters. */
  min?: number
  /** count: largest value; cadres, multi, photos: most entries. */
  max?: number
  /** text: most characters. */
  maxLength?: number
  /** text: a regular expression the whole value matches. */
  pattern?: string
  multiline?: true
  /** What the form offers first; never on a field that decides. */
  prefill?: 'today' | 'me' | 'last' | 'duty'
  /** The field exists only while another field holds one of these values. */
  showWhen?: { field: string; in: readonly string[] }
  /** date: a day after today is allowed (an end that has been set). */
  future?: true
  /** date: may lie before the person was registered (history). */
  history?: true
  /** The sentence shown when the field is missing. */
  requiredText?: string
}

/** What is wrong with one field; `path` leads into the payload, `[]` is the payload itself. */
export type Issue = { path: string[]; code: IssueCode; params?: Record<string, string | number> }

export type IssueCode =
  | 'notAnObject'
  | 'unknownField'
  | 'hiddenField'
  | 'required'
  | 'type'
  | 'notInteger'
  | 'tooShort'
  | 'tooLong'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooFew'
  | 'tooMany'
  | 'duplicate'
  | 'option'
  | 'pattern'
  | 'date'
  | 'month'
  | 'futureDate'
  | 'beforeBirth'
  | 'beforeRegistration'
  | 'before'
  | 'birthYear'
  | 'futureMonth'

export type Payload = Record<string, unknown>

/** What validation knows beside the payload. */
export type ValidationContext = {
  /** The civil date in China; nothing may be dated after it. */
  today: IsoDate
  /** The person's year of birth, when known. */
  bornIn?: number
  /** When the person was registered, when known. */
  registeredOn?: IsoDate
  /** Fields that are kept elsewhere and are not expected here: `identity`, or identities and sealed free text. */
  without?: 'identity' | 'identity-and-text'
}

export type KindId =
  | 'person-registration'
  | 'person-status'
  | 'abstinence-start'
  | 'support-group'
  | 'talk'
  | 'urine-test'
  | 'test-outcome'
  | 'relapse'
  | 'publicity-activity'
  | 'roster-confirmation'
  | 'verification'
  | 'sweep'
  | 'key-person'
  | 'key-person-end'
  | 'new-finding'
  | 'transfer'
  | 'transfer-acceptance'
  | 'carry-over'
  | 'leave'
  | 'absence'
  | 'agreement'
  | 'police-report'
  | 'town-decision'
  | 'venue'
  | 'venue-survey'
  | 'venue-inspection'
  | 'staff-roster'
  | 'venue-problem'
  | 'rectification'
  | 'past-evidence'
  | 'grid'
  | 'grid-assignment'
  | 'skill-check'
  | 'patrol'
  | 'clean-up'
  | 'education-site'
  | 'village-document'
  | 'leading-group'
  | 'village-office'
  | 'bottom-lines-text'
  | 'bottom-line-declaration'
  | 'bottom-line-breach'
  | 'incident'
  | 'concealment-finding'
  | 'pledge-signed'
  | 'meeting'
  | 'funds'
  | 'experience-report'
  | 'police-quota'
  | 'audience-count'
  | 'school'
  | 'class-session'
  | 'human-judgement'

/** Lifts a payload of version n to version n + 1. Pure. */
export type Upcast = (payload: Payload) => Payload

/** What a record is about; `subjectId` is an opaque id, and for the village its area code. */
export type SubjectKind = 'person' | 'village' | 'venue' | 'grid' | 'site' | 'school'

export type RecordKind = {
  kind: KindId
  /** The newest payload version. */
  version: number
  label: string
  /** For lists, reminders and titles: neutral, at most four characters where possible. */
  shortLabel: string
  subject: SubjectKind
  /** The payload field whose value is the record's `occurredOn`. */
  dateField: string
  /** Who may send it; nobody where the system writes it. */
  submittedBy: readonly Role[]
  /** Written by the server from another act (a signed pledge, an accepted transfer, a class); no form offers it. */
  systemMade?: true
  /** Takes an identity, so it is never kept on the phone. */
  onlineOnly: boolean
  /** While it waits for review: a favourable record does not count yet, an adverse one leaves its part undetermined. */
  weight: 'favourable' | 'adverse' | 'neutral'
  /** `secondPerson`: counts only after another person has accepted it. */
  review: 'onArrival' | 'secondPerson'
  /** In the order of the form. */
  fields: Readonly<Record<string, Field>>
  /** The fields the rules read; none of them is free text of a person or an identity. */
  facts: readonly string[]
  /** `upcasts[n - 1]` lifts version n. */
  upcasts: readonly Upcast[]
  /** Checks between fields; fields that are wrong by themselves arrive as undefined. */
  check: (payload: Payload, context: ValidationContext) => Issue[]
}

/** An optional field was added: a payload from before has the new shape already. */
export const sameShape: Upcast = (payload) => payload

/** @throws RangeError when the description contradicts itself: programmer's error, found at import. */
export function defineKind(
  kind: Omit<RecordKind, 'check' | 'upcasts'> & Partial<Pick<RecordKind, 'check' | 'upcasts'>>,
): RecordKind {
  const described: RecordKind = { upcasts: [], check: () => [], ...kind }
  if (described.upcasts.length !== described.version - 1)
    throw new RangeError(`${kind.kind}: one upcast for every older version`)
  if (described.fields[kind.dateField]?.type !== 'date')
    throw new RangeError(`${kind.kind}: dateField names a date`)
  for (const [name, field] of Object.entries(described.fields)) {
    if (field.type === 'photos' && (!field.optional || field.decides || kind.facts.includes(name)))
      throw new RangeError(`${kind.kind}: photos are never asked for and never counted`)
  }
  return described
}
