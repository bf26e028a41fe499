import type { Field, FieldRule, KindOutline, RecordKind } from './record-kind.ts'
import { RECORD_KINDS } from './record-kinds.ts'

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

/** A kind without its form. */
export function outlineOf({ facts, fields, check: _, weight: _weight, ...head }: RecordKind): KindOutline {
  const rules: Record<string, FieldRule> = {}
  for (const name of facts) rules[name] = ruleOf(fields[name]!)
  const texts = Object.keys(fields).filter((name) => fields[name]!.type === 'text')
  return { ...head, facts: rules, texts }
}

/** The file `generated/kind-outlines.ts`: what the rules and the lists know of every kind without loading a form. */
export function outlinesFile(): string {
  const lines = Object.values(RECORD_KINDS).map(
    (kind) => `  ${JSON.stringify(kind.kind)}: ${JSON.stringify(outlineOf(kind))},\n`,
  )
  return [
    '// Written by bin/write-outlines.mjs from the descriptions of the kinds; a test fails when it is stale.\n',
    "import type { KindId, KindOutline } from '../record-kind.ts'\n\n",
    'export const KIND_OUTLINES: Readonly<Record<KindId, KindOutline>> = {\n',
    ...lines,
    '}\n',
  ].join('')
}
