import type { KindId } from '@dfv/rules'
import type { RecordIn } from '../../src/modules/records/records.dto.js'
import type { Role } from '../../src/platform/auth/roles.js'

export const KINDS = [
  'village',
  'town',
  'grid',
  'record',
  'pending-record',
  'person',
  'place',
  'attachment',
  'export',
  'import',
  'waiting-import',
  'quiz-import',
  'pledge',
  'verify-code',
  'notification',
  'letter',
  'appointment',
  'account',
  'transfer',
  'scan-ticket',
  'name',
  'code',
  'remark',
  'hand-in',
  'venue-staff',
  'class',
  'class-paper',
  'sample',
  'survey',
  'order',
  'spot-check',
  'appeal',
  'policy-draft',
] as const
export type ThingKind = (typeof KINDS)[number]

/** Something with an id of its own that belongs to an area, to one account, or to some roles of an area. */
export type Thing = {
  kind: ThingKind
  id: string
  areaCode: string
  /** It is this account's alone. */
  owner?: string
  /** What was sent, of a record. */
  record?: RecordIn
  /** The record under which it stands, of a remark. */
  recordId?: string
  /** What a phone put into it, of a file that is handed in. */
  file?: Buffer
  /** The venue, the school or the like that it is, or is about. */
  subjectId?: string
  placeKind?: KindId
  /** It is for whoever holds that place alone; not even the village has it. */
  isOfSubject?: boolean
  /** A number that was drawn, of a sample. */
  number?: number
  /** Who wrote it, and so has it too. */
  author?: string
  /** Of the area only these roles may know of it. */
  readers?: readonly Role[]
}
