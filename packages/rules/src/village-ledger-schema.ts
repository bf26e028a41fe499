import { formJsonSchema, type JsonSchema } from './records/json-schema.ts'
import type { KindId } from './records/record-kind.ts'
import { identityFields, RECORD_KINDS, textFields } from './records/record-kinds.ts'

const DATE = { type: 'string', format: 'date' }
const INSTANT = { type: 'string', format: 'date-time', description: 'UTC, ends in Z' }

/** Payload of a kind as a ledger holds it: without identities and without sealed free text. */
function payloadSchema(kind: KindId): JsonSchema {
  const kept = formJsonSchema(kind, [...identityFields(kind), ...textFields(kind)])
  return { ...kept, additionalProperties: true }
}

const kindIds = Object.keys(RECORD_KINDS) as KindId[]

/** The public JSON Schema of a village ledger, made from the record kinds themselves. */
export const villageLedgerSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'village-ledger@1',
  title: 'VillageLedger',
  description: 'Everything the rules know of one village. The order of records carries no meaning.',
  type: 'object',
  required: ['format', 'areaCode', 'startOn', 'ledgerVersion', 'records'],
  properties: {
    format: { const: 'village-ledger@1' },
    areaCode: { type: 'string', pattern: '^\\d{12}$', description: 'The village, twelve digits' },
    startOn: { ...DATE, description: 'The day the village began to use the ledger' },
    ledgerVersion: { type: 'integer', minimum: 0 },
    records: { type: 'array', items: { $ref: '#/$defs/record' } },
  },
  $defs: {
    record: {
      type: 'object',
      required: [
        'id',
        'revision',
        'kind',
        'schemaVersion',
        'subjectId',
        'areaCode',
        'occurredOn',
        'receivedAt',
        'reviewState',
        'payload',
      ],
      properties: {
        id: { type: 'string', minLength: 1 },
        revision: { type: 'integer', minimum: 1, description: 'A later revision replaces the earlier one' },
        kind: {
          type: 'string',
          description: `One of ${kindIds.join(', ')}; another leaves every part undetermined`,
        },
        schemaVersion: { type: 'integer', minimum: 1 },
        subjectId: { type: 'string', minLength: 1, description: "A person's id, or the village's area code" },
        areaCode: { type: 'string', minLength: 1 },
        occurredOn: { ...DATE, description: "The value of the kind's date field" },
        receivedAt: { anyOf: [INSTANT, { type: 'null' }], description: 'null while it is on the phone' },
        reviewState: { enum: ['accepted', 'pending', 'returned', 'voided'] },
        reviewedAt: { anyOf: [INSTANT, { type: 'null' }] },
        payload: { type: 'object' },
      },
      allOf: kindIds.map((kind) => ({
        if: {
          properties: { kind: { const: kind }, schemaVersion: { const: RECORD_KINDS[kind].version } },
          required: ['kind', 'schemaVersion'],
        },
        // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
        then: { properties: { payload: payloadSchema(kind) } },
      })),
    },
  },
})
