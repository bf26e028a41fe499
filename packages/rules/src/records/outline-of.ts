import type { OutlineRow } from './kind-outlines.ts'
import type { Field, FieldRule, KindId, KindOutline, RecordKind } from './record-kind.ts'
import { RECORD_KINDS } from './record-kinds.ts'
import { isRegistering, REGISTERING } from './subjects.ts'

function ruleOf({
  type,
  optional,
  options,
  min,
  max,
  maxLength,
  pattern,
  multiline,
  showWhen,
}: Field): FieldRule {
  return {
    type,
    ...(optional && { optional }),
    ...(options && { options: options.map(({ value }) => ({ value })) }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
    ...(multiline && { multiline }),
    ...(showWhen && { showWhen }),
  }
}

const isPlace = (kind: KindId): boolean => isRegistering(kind) && kind !== REGISTERING.person

/** A kind without its form. */
export function outlineOf({ facts, fields, check: _, weight: _weight, ...head }: RecordKind): KindOutline {
  const rules: Record<string, FieldRule> = {}
  for (const name of facts) rules[name] = ruleOf(fields[name]!)
  const texts = isPlace(head.kind) ? Object.keys(fields).filter((name) => fields[name]!.type === 'text') : []
  return { ...head, facts: rules, texts }
}

function rowOf(kind: RecordKind): OutlineRow {
  const { kind: _, shortLabel, version, onlineOnly, review, texts, facts, ...head } = outlineOf(kind)
  const rules: Record<string, OutlineRow['facts'][string]> = {}
  const names = Object.keys(facts)
  const isPlain = names[0] === head.dateField && JSON.stringify(facts[head.dateField]) === '{"type":"date"}'
  if (!isPlain) throw new Error(`the first fact of ${head.label} is not its plain date`)
  for (const name of names.slice(1)) {
    const { options, ...rule } = facts[name]!
    rules[name] = options ? { ...rule, options: options.map(({ value }) => value) } : rule
  }
  return {
    ...head,
    ...(shortLabel !== head.label && { shortLabel }),
    ...(version > 1 && { version }),
    ...(onlineOnly && { onlineOnly }),
    ...(review !== 'onArrival' && { review }),
    ...(texts.length > 0 && { texts }),
    facts: rules,
  }
}

/** The file `generated/outline-rows.ts`: what the rules and the lists know of every kind without loading a form. */
export function outlineRowsFile(): string {
  const rows = Object.values(RECORD_KINDS).map(
    (kind) => `  ${JSON.stringify(kind.kind)}: ${JSON.stringify(rowOf(kind))},\n`,
  )
  return [
    '// Written by bin/write-outlines.mjs from the descriptions of the kinds; a test fails when it is stale.\n',
    "import type { OutlineRow } from '../kind-outlines.ts'\n",
    "import type { KindId } from '../record-kind.ts'\n\n",
    'export const OUTLINE_ROWS: Readonly<Record<KindId, OutlineRow>> = {\n',
    ...rows,
    '}\n',
  ].join('')
}
