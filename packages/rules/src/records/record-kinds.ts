import { hasOwn } from '../core/own.ts'
import { abstinenceStart } from './abstinence-start.ts'
import { personRegistration } from './person-registration.ts'
import { personStatus } from './person-status.ts'
import { publicityActivity } from './publicity-activity.ts'
import type { KindId, RecordKind } from './record-kind.ts'
import { relapse } from './relapse.ts'
import { rosterConfirmation } from './roster-confirmation.ts'
import { supportGroup } from './support-group.ts'
import { talk } from './talk.ts'
import { testOutcome } from './test-outcome.ts'
import { urineTest } from './urine-test.ts'

/** Every kind of record, the one description of each: form, validation, sensitivity, labels. */
export const RECORD_KINDS: Readonly<Record<KindId, RecordKind>> = {
  'person-registration': personRegistration,
  'person-status': personStatus,
  'abstinence-start': abstinenceStart,
  'support-group': supportGroup,
  talk,
  'urine-test': urineTest,
  'test-outcome': testOutcome,
  relapse,
  'publicity-activity': publicityActivity,
  'roster-confirmation': rosterConfirmation,
}

export const isKindId = (value: unknown): value is KindId =>
  typeof value === 'string' && hasOwn(RECORD_KINDS, value)

/** The kinds whose records are about a person. */
export const isPersonKind = (kind: KindId): boolean => RECORD_KINDS[kind].subject === 'person'

/** The names of the fields that say who a person is; the server keeps them apart from every ledger. */
export const identityFields = (kind: KindId): string[] => fieldsWhere(kind, (_, cls) => cls === 'identity')

/** The names of the free-text fields about a person; the server stores them sealed with that person's key. */
export const textFields = (kind: KindId): string[] =>
  fieldsWhere(kind, (type, cls) => type === 'text' && cls === 'case')

function fieldsWhere(kind: KindId, test: (type: string, cls: string) => boolean): string[] {
  const { fields } = RECORD_KINDS[kind]
  return Object.keys(fields).filter((name) => test(fields[name]!.type, fields[name]!.class))
}
