import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isInstant, isIsoDate } from './core/iso-date.ts'
import type { JsonSchema } from './records/json-schema.ts'
import { aLedger, aRecord } from './testing/builders.ts'
import { generateLedger } from './testing/ledger-generator.ts'
import { villageLedgerSchema } from './village-ledger-schema.ts'

const file = JSON.parse(
  readFileSync(join(__dirname, '../schema/village-ledger.schema.json'), 'utf8'),
) as JsonSchema

type Check = (schema: JsonSchema, value: unknown) => boolean
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const TYPES: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
}

/** The keywords our schemas use. A keyword it does not know is an error, so that no check is skipped unseen. */
const KEYWORDS: Record<
  string,
  (argument: never, value: unknown, check: Check, schema: JsonSchema) => boolean
> = {
  type: (type: string, value) => TYPES[type]!(value),
  const: (expected: unknown, value) => value === expected,
  enum: (values: unknown[], value) => values.includes(value),
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern).test(value),
  format: (format: string, value) => (format === 'date' ? isIsoDate(value) : isInstant(value)),
  minLength: (min: number, value) => typeof value !== 'string' || value.length >= min,
  maxLength: (max: number, value) => typeof value !== 'string' || value.length <= max,
  minimum: (min: number, value) => typeof value !== 'number' || value >= min,
  maximum: (max: number, value) => typeof value !== 'number' || value <= max,
  minItems: (min: number, value) => !Array.isArray(value) || value.length >= min,
  maxItems: (max: number, value) => !Array.isArray(value) || value.length <= max,
  uniqueItems: (_: boolean, value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (schema: JsonSchema, value, check) =>
    !Array.isArray(value) || value.every((one) => check(schema, one)),
  required: (names: string[], value) => !isObject(value) || names.every((name) => name in value),
  properties: (schemas: Record<string, JsonSchema>, value, check) =>
    !isObject(value) ||
    Object.entries(schemas).every(([name, schema]) => !(name in value) || check(schema, value[name])),
  additionalProperties: (allowed: boolean) => allowed,
  anyOf: (schemas: JsonSchema[], value, check) => schemas.some((schema) => check(schema, value)),
  allOf: (schemas: JsonSchema[], value, check) => schemas.every((schema) => check(schema, value)),
  if: (schema: JsonSchema, value, check, whole) =>
    !check(schema, value) || check(whole.then as JsonSchema, value),
  $ref: (ref: string, value, check) =>
    check((file.$defs as Record<string, JsonSchema>)[ref.slice('#/$defs/'.length)]!, value),
}
const ANNOTATIONS = ['$schema', '$id', '$defs', 'title', 'description', 'then']

const check: Check = (schema, value) =>
  Object.entries(schema).every(([keyword, argument]) => {
    if (ANNOTATIONS.includes(keyword)) return true
    const test = KEYWORDS[keyword]
    if (test === undefined) throw new Error(`unknown keyword ${keyword}`)
    return test(argument as never, value, check, schema)
  })

describe('schema/village-ledger.schema.json', () => {
  it('is made from the record kinds (bin/write-schema.mjs)', () => {
    expect(file).toEqual(JSON.parse(JSON.stringify(villageLedgerSchema())))
  })

  it('accepts every generated village', () => {
    for (let seed = 0; seed < 20; seed++) {
      const ledger = generateLedger({ seed: `schema-${seed}`, persons: 5 })
      for (const record of ledger.records)
        expect([record, check(file, { ...ledger, records: [record] })]).toEqual([record, true])
    }
  })

  const talk = aRecord('talk', 'p1', '2026-03-01')
  it.each([
    ['another format', { ...aLedger([talk]), format: 'village-ledger@2' }],
    ['a short area code', { ...aLedger([talk]), areaCode: '441581990' }],
    ['no start', { ...aLedger([talk]), startOn: undefined }],
    ['a day that does not exist', aLedger([{ ...talk, occurredOn: '2026-02-30' }])],
    ['an instant without a time', aLedger([{ ...talk, receivedAt: '2026-03-01' }])],
    ['revision 0', aLedger([{ ...talk, revision: 0 }])],
    ['an unknown state', aLedger([{ ...talk, reviewState: 'maybe' as never }])],
    ['a payload without its fact', aLedger([{ ...talk, payload: { ...talk.payload, found: 5 } }])],
    ['a payload without a required field', aLedger([{ ...talk, payload: { occurredOn: '2026-03-01' } }])],
  ])('refuses %s', (_, ledger) => {
    expect(check(file, ledger)).toBe(false)
  })

  it('accepts an unsent record, a newer version and an unknown kind: they are judged undetermined, not refused', () => {
    expect(check(file, aLedger([{ ...talk, receivedAt: null }]))).toBe(true)
    expect(check(file, aLedger([{ ...talk, schemaVersion: 99, payload: {} }]))).toBe(true)
    expect(check(file, aLedger([{ ...talk, kind: 'never-heard-of', payload: {} }]))).toBe(true)
  })
})
