import { issueText } from './issue-text.ts'
import type { Field, KindId, ValidationContext } from './record-kind.ts'
import { RECORD_KINDS } from './record-kinds.ts'
import { validateRecord } from './validate-record.ts'

export type JsonSchema = { [key: string]: unknown }

function typeSchema(field: Field): JsonSchema {
  const values = field.options?.map((option) => option.value)
  switch (field.type) {
    case 'text':
      return {
        type: 'string',
        minLength: field.min ?? 1,
        maxLength: field.maxLength,
        pattern: field.pattern && `^(?:${field.pattern})$`,
      }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }
    case 'count':
      return { type: 'integer', minimum: field.min, maximum: field.max }
    case 'choice':
      return { type: 'string', enum: values }
    case 'multi':
      return {
        type: 'array',
        items: { type: 'string', enum: values },
        uniqueItems: true,
        minItems: field.min ?? (field.optional ? 0 : 1),
        maxItems: field.max,
      }
    case 'cadres':
      return {
        type: 'array',
        items: { type: 'string', pattern: '^[0-9A-Za-z_-]{1,64}$' },
        uniqueItems: true,
        minItems: field.min,
        maxItems: field.max,
      }
    case 'photos':
      return {
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        uniqueItems: true,
        maxItems: field.max,
      }
    case 'flag':
      return { type: 'boolean' }
    case 'record':
    case 'person':
      return { type: 'string', pattern: '^[0-9A-Za-z_-]{1,64}$' }
    case 'area':
      return { type: 'string', pattern: '^\\d{2}(\\d{2}(\\d{2}(\\d{3}(\\d{3}(G\\d{3})?)?)?)?)?$' }
  }
}

function fieldSchema(field: Field): JsonSchema {
  const schema: JsonSchema = { title: field.label }
  if (field.help !== undefined) schema.description = field.help
  for (const [key, value] of Object.entries(typeSchema(field))) if (value !== undefined) schema[key] = value
  return schema
}

/** The JSON Schema of a kind's payload as a form sends it, identities included. Conditions between fields are not in it. */
export function formJsonSchema(kindId: KindId, without: readonly string[] = []): JsonSchema {
  const kind = RECORD_KINDS[kindId]
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  for (const [name, field] of Object.entries(kind.fields)) {
    if (without.includes(name)) continue
    properties[name] = fieldSchema(field)
    if (!field.optional && field.showWhen === undefined) required.push(name)
  }
  return { title: kind.label, type: 'object', properties, required, additionalProperties: false }
}

type SchemaIssue = { message: string; path: string[]; code: string }

export type RecordSchema = {
  '~standard': {
    version: 1
    vendor: 'dfv'
    validate: (value: unknown) => { value: unknown } | { issues: SchemaIssue[] }
    jsonSchema: { input: () => JsonSchema; output: () => JsonSchema }
  }
}

/** A Standard Schema (with JSON Schema) of a kind's payload. @param context asked at each validation; rules read no clock */
export function recordSchema(kindId: KindId, context: () => ValidationContext): RecordSchema {
  const schema = () => formJsonSchema(kindId)
  return {
    '~standard': {
      version: 1,
      vendor: 'dfv',
      validate: (value) => {
        const result = validateRecord(kindId, value, context())
        if (result.ok) return { value: result.payload }
        return {
          issues: result.issues.map((issue) => ({
            message: issueText(kindId, issue),
            path: issue.path,
            code: issue.code,
          })),
        }
      },
      jsonSchema: { input: schema, output: schema },
    },
  }
}
