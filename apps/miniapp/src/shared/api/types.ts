/** The shapes of the server's API, as the app uses them. */
import type { AwarenessCounts, LedgerRecord, Payload, PlaceKind, ReviewState, Role, State } from '@dfv/rules'

export type { Payload, ReviewState, Role } from '@dfv/rules'

export type IsoDate = string
export type Instant = string

export type Problem = {
  type?: string
  title: string
  status: number
  detail?: string
  instance?: string
  code: string
  params?: Record<string, unknown>
  errors?: FieldError[]
}
export type FieldError = { path: string[] | string; code: string; text: string }

export type AppConfig = {
  mode: 'demo' | 'production'
  now: Instant
  hotline: { town?: string; police?: string; gov?: string }
  wechatTemplates: { key: string; templateId: string }[]
  rulesVersion: string
  policyVersion: string
}

export type Area = {
  code: string
  name: string
  level: string
  parentCode: string | null
  isDemo: boolean
  startOn: IsoDate | null
}

export type Account = { id: string; name: string }
export type Appointment = {
  id: string
  role: Role
  areaCode: string
  areaName: string
  /** The one venue or school it is for. */
  subjectId?: string | null
  subjectName?: string | null
  from: IsoDate
  to: IsoDate | null
}
/** Somebody at work in the same village or its town. */
export type Colleague = { accountId: string; name: string; role: Role }
/** What a file needs that only the server opens and believes; the phone keeps it for when it has no network. */
export type HandInGrant = { sessionId: string; keyId: number; publicKey: string; ticket: string }
export type Session = {
  accessToken: string
  expiresAt: Instant
  refreshToken?: string
  account: Account
  appointments: Appointment[]
  handIn?: HandInGrant
}
export type SessionInfo = {
  account: Account
  appointments: Appointment[]
  active: Appointment | null
  authenticatedAt: Instant
}
export type DemoAccount = {
  accountId: string
  name: string
  role: Role
  roleLabel: string
  areaName: string
  story: string
}
export type ScanTicket = {
  ticketId: string
  pollSecret: string
  match: string
  expiresAt: Instant
  qrText: string
}
export type ScanState = 'waiting' | 'seen' | 'approved' | 'expired'

export type Identity = { name: string; phone?: string; idNumber?: string; address?: string }

/** By field: what somebody had written there himself and did not choose when he merged, the first first. */
export type SetAside = Record<string, unknown[]>
export type RecordIn = {
  kind: string
  schemaVersion: number
  areaCode: string
  subjectId: string
  revision: number
  replaces?: number
  occurredOn: IsoDate
  payload: Payload
  identity?: Identity
  /** Takes the record out of every count; what it said stays readable. */
  void?: { reason: string }
  setAside?: SetAside
  dutyId?: string
  deviceTime?: Instant
}
export type RecordOut = {
  id: string
  revision: number
  kind: string
  schemaVersion: number
  areaCode: string
  subjectId: string
  occurredOn: IsoDate
  receivedAt: Instant
  reviewState: ReviewState
  receiptNo: string
  submittedBy: { accountId: string; role: Role; name?: string }
  payload: Payload
  text?: Record<string, string>
}
/** One state of a record's past. */
export type RecordRevision = Pick<
  RecordOut,
  | 'revision'
  | 'schemaVersion'
  | 'occurredOn'
  | 'receivedAt'
  | 'submittedBy'
  | 'reviewState'
  | 'payload'
  | 'text'
> & { void?: boolean; reason?: string; setAside?: SetAside }
/** A photo or scan that a record names; `awaited`: it has not arrived. */
export type Attachment = {
  id: string
  state: 'awaited' | 'stored' | 'refused'
  mime?: 'image/jpeg' | 'application/pdf'
  width?: number
  height?: number
}
/** Something said about a record under review; without `text` the person's data were erased since. */
export type Remark = {
  id: string
  revision: number
  by: { accountId: string; role: Role }
  at: Instant
  text?: string
}
export type RecordWithRevisions = RecordOut & {
  revisions: RecordRevision[]
  attachments: Attachment[]
  remarks: Remark[]
}
export type BatchItem = RecordIn & { id: string }
export type BatchResult = { id: string; status: number; record?: RecordOut; problem?: Problem }
export type Page<T> = { items: T[]; nextCursor: string | null }

export type PersonHead = {
  id: string
  code: string
  areaCode: string
  maskedName: string
  gender?: string | null
  birthYear?: number | null
  state: 'active' | 'sealed'
  status: string | null
  registers: PersonRegister[]
  keyCategory?: string
}
/** Everybody ever registered; the existing; those under support; the key persons. */
export type PersonRegister = 'cumulative' | 'existing' | 'supported' | 'key'
/** A venue, grid, education site or school. */
export type PlaceHead = {
  id: string
  type: PlaceKind
  code: string
  areaCode: string
  name: string
  registeredOn: IsoDate
  state: 'active' | 'sealed'
  endedOn?: IsoDate
}
/** A proposal that a person goes to another village. */
export type Transfer = {
  recordId: string
  subjectId: string
  code: string
  fromArea: string
  fromName: string
  toArea: string
  toName: string
  proposedOn: IsoDate
  dueOn: IsoDate
  gender?: string
  birthYear?: number
  status?: string
  /** Proposed by oneself: somebody else answers. */
  own: boolean
}
export type PersonFile = PersonHead & { canReveal?: boolean }
export type RevealPurpose = 'visit' | 'call' | 'verify' | 'procedure' | 'other'
export type Revealed = { name: string; phone?: string | null; address?: string | null; hideAt: Instant }

/** A ledger record as the server sends it: never null in `receivedAt`, and without identities. */
export type LedgerRecordWire = LedgerRecord
export type LedgerDelta = {
  areaCode: string
  startOn: IsoDate
  ledgerVersion: number
  records: LedgerRecordWire[]
  subjects: PersonHead[]
  places: PlaceHead[]
  dropped: string[]
  full: boolean
  /** How many have answered this year, by audience and channel. */
  answers: AwarenessCounts
  /** By which policy the village is judged: what its county sets itself. Absent from an earlier server. */
  policy?: {
    version: string
    own: Record<string, readonly { from: IsoDate; until?: IsoDate; value?: unknown }[]>
  }
}

export type StateOf = { id: string; state: State }
export type VillageOverview = {
  areaCode: string
  name: string
  isDemo: boolean
  asOf: IsoDate
  ledgerVersion: number
  /** Not yet computed for today, or by the rules in force. */
  stale: boolean
  track: 'ten-standards' | 'none-found' | null
  standards: StateOf[]
  parts: StateOf[]
  roster: { month: string; confirmed: boolean } | null
  overdue: number
  dueSoon: number
  pending: number
  /** Late work by kind; `since`: the oldest day it was due. */
  late: { kind: string; count: number; since: IsoDate }[]
  /** Of this year; empty while nobody answered. */
  awareness: { audience: string; state: string }[]
  plaque: { state: 'none' | 'awarded' | 'yellow-card' | 'revoked'; label: string; waiting: boolean }
  lastRecordAt: Instant | null
}

export type InboxItem = {
  id: string
  text: string
  createdAt: Instant
  readAt: Instant | null
  /** `work`, `overview`, `duties`, `bank`, `years`, `record/<id>`, `pledge/<id>`, `plaque/<area>`, `order/<id>`, `year/<area>/<year>`. */
  target: string | null
  /** The village, where it is not the reader's own place. */
  areaName: string | null
}
export type Inbox = Page<InboxItem> & { unread: number }
export type Reminders = {
  credits: { templateKey: string; remaining: number }[]
  templates: { key: string; templateId: string; title: string; kind: 'one-time' | 'long-term' }[]
  sendingHours: { from: string; to: string }
  /** Without a source only the weekends of the year are known as days off. */
  workingDays: { year: string; source: string | null }
  forecast: { dueThisMonth: number }
  kinds: ReminderKind[]
  deliveries: { day: IsoDate; state: string; text: string }[]
}
export type ReminderKind = {
  kind: string
  label: string
  open: number
  mutedUntil: IsoDate | null
  mutable: boolean
}

/** A record that waits for a second person. */
/** `void`: what waits is not the record but its being declared void. */
export type PendingRecord = RecordOut & {
  subjectCode: string | null
  own: boolean
  void?: boolean
  /** How often the two sides have spoken about it. */
  remarks: number
}
