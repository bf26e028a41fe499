import type { IsoDate } from '../core/iso-date.ts'
import type { Role } from '../core/role.ts'
import { UPCASTS } from './upcasts.ts'

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

/** What an answer must be. */
export type FieldRule = {
  type: FieldType
  /** May be left out. */
  optional?: true
  /** choice, multi. */
  options?: readonly Pick<Option, 'value'>[]
  /** count: smallest value; cadres, multi: fewest entries; text: fewest characters. */
  min?: number
  /** count: largest value; cadres, multi, photos: most entries. */
  max?: number
  /** text: most characters. */
  maxLength?: number
  /** text: a regular expression the whole value matches. */
  pattern?: string
  multiline?: true
  /** The field exists only while another field holds one of these values. */
  showWhen?: { field: string; in: readonly string[] }
}

/** A field of a form: what an answer must be, and how it is asked for. */
export type Field = Omit<FieldRule, 'options'> & {
  label: string
  class: FieldClass
  options?: readonly Option[]
  /** Decides the outcome: never preset, never has a default. */
  decides?: true
  help?: string
  /** What the form offers first; never on a field that decides. */
  prefill?: 'today' | 'me' | 'last' | 'duty'
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

/** What a record is about; `subjectId` is an opaque id, and for the village its area code. */
export type SubjectKind = 'person' | 'village' | 'venue' | 'grid' | 'site' | 'school'

/** What lists, reminders and rights need of a kind: everything but its form. */
export type KindHead = {
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
}

/** What is known of a kind where no form is loaded: its head and what the rules read. Made from the description. */
export type KindOutline = Omit<KindHead, 'weight'> & {
  /** What the fields that the rules read must hold. */
  facts: Readonly<Record<string, FieldRule>>
  /** Of a place: the fields of free text, which are read on the record itself. */
  texts: readonly string[]
}

/** The one description of a kind. */
export type RecordKind = KindHead & {
  /** In the order of the form. */
  fields: Readonly<Record<string, Field>>
  /** The fields the rules read; none of them is free text of a person or an identity. */
  facts: readonly string[]
  /** Checks between fields; fields that are wrong by themselves arrive as undefined. */
  check: (payload: Payload, context: ValidationContext) => Issue[]
}

/** @throws RangeError when the description contradicts itself: programmer's error, found at import. */
export function defineKind(kind: Omit<RecordKind, 'check'> & Partial<Pick<RecordKind, 'check'>>): RecordKind {
  const described: RecordKind = { check: () => [], ...kind }
  if ((UPCASTS[kind.kind]?.length ?? 0) !== described.version - 1)
    throw new RangeError(`${kind.kind}: one upcast for every older version`)
  if (described.fields[kind.dateField]?.type !== 'date')
    throw new RangeError(`${kind.kind}: dateField names a date`)
  for (const [name, field] of Object.entries(described.fields)) {
    if (field.type === 'photos' && (!field.optional || field.decides || kind.facts.includes(name)))
      throw new RangeError(`${kind.kind}: photos are never asked for and never counted`)
  }
  return described
}
