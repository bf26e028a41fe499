import type { IsoDate } from '../core/iso-date.ts'
import { fieldFault, isShown } from './check-field.ts'
import { KIND_OUTLINES } from './kind-outlines.ts'
import type { FieldRule, KindId, KindOutline, Payload } from './record-kind.ts'
import { upcastPayload } from './upcast-record.ts'
import { UPCASTS } from './upcasts.ts'

/** How the facts of one kind of record are read. Made once a kind: a ledger holds thousands of records. */
export type FactReader = {
  kind: KindId
  /** The newest version. */
  version: number
  waitsForReview: boolean
  /** The payload in the newest shape. @param version 1 … the newest */
  lifted: (payload: Payload, version: number) => Payload
  /** The first fact that is missing or wrong; undefined when the rules may read the payload. */
  broken: (payload: Payload, occurredOn: IsoDate) => string | undefined
}

type Check = { name: string; field: FieldRule; isDate: boolean; isSound: (value: unknown) => boolean }

function checkOf(name: string, field: FieldRule): Check {
  const values = field.options?.map(({ value }) => value)
  const isSound =
    field.type === 'choice' && values !== undefined
      ? (value: unknown) => values.includes(value as string)
      : (value: unknown) => fieldFault(field, value) === undefined
  return { name, field, isDate: field.type === 'date', isSound }
}

function readerOf({ kind, version, review, facts, dateField }: KindOutline): FactReader {
  const checks = Object.keys(facts).map((name) => checkOf(name, facts[name]!))
  const upcasts = UPCASTS[kind] ?? []
  return {
    kind,
    version,
    waitsForReview: review === 'secondPerson',
    lifted: (payload, from) => (from === version ? payload : upcastPayload(upcasts, from, payload)),
    broken: (payload, occurredOn) => {
      for (const { name, field, isDate, isSound } of checks) {
        const value = payload[name]
        // The day of the record itself is known to be one.
        if (isDate && value === occurredOn) continue
        if (value === undefined || value === null) {
          if (!field.optional && isShown(field, payload)) return name
        } else if (!isSound(value)) return name
      }
      return payload[dateField] === occurredOn ? undefined : dateField
    },
  }
}

/** The readers by kind; none for a kind that is not known. */
export const FACT_READERS: ReadonlyMap<string, FactReader> = new Map(
  Object.values(KIND_OUTLINES).map((kind): [string, FactReader] => [kind.kind, readerOf(kind)]),
)
