import {
  type Issue,
  isRegistering,
  isShown,
  issueText,
  type KindId,
  type Payload,
  payloadOfForm,
  RECORD_KINDS,
  splitPayload,
  type ValidationContext,
  validateRecord,
} from '@dfv/rules'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { RowIssue } from '../../platform/workbook/table-workbook.js'
import type { RecordIn } from '../records/records.dto.js'
import type { Identity } from '../registers/identity.service.js'
import { SOURCE_KEY } from './columns.js'
import type { RowReading } from './row-reading.js'
import type { SubjectOfRow } from './row-subjects.js'
import type { Sheet } from './sheets.js'

/** What the row says for one kind, its paper and asides in the free text. @returns undefined where it says nothing */
export function answersOf(sheet: Sheet, reading: RowReading, kind: KindId): Payload | undefined {
  const answers = reading.answers.get(kind)
  if (kind !== sheet.kinds[0]) return answers
  const { sourceInto } = sheet
  if (sourceInto === undefined) return answers ?? {}
  const { source, asides } = reading
  const lines = [answers?.[sourceInto], source && `依据：${source}`, ...asides].filter(Boolean)
  return lines.length === 0 ? (answers ?? {}) : { ...answers, [sourceInto]: lines.join('\n') }
}

/** What tells a record from others of its kind about one subject; white space does not. */
export const keyOf = (sheet: Sheet, kind: KindId, content: Payload): string =>
  canonicalJson(
    (sheet.keys[kind] ?? []).map((name) => {
      const value = content[name]
      return typeof value === 'string' ? value.replace(/\s+/g, '') : (value ?? null)
    }),
  )

/** The row laid over what stands: blank cells leave it as it is, and what no longer applies falls away. */
export const laidOver = (kind: KindId, answers: Payload, standing: Payload | undefined): Payload =>
  payloadOfForm(kind, { ...standing, ...answers })

/**
 * Everything that is wrong with a record, by column.
 * @param content the row laid over what stands
 * @param isFaulty columns whose cell could not be read: that was said, and that the field is missing need not be
 */
export function issuesOf(
  sheet: Sheet,
  reading: RowReading,
  kind: KindId,
  content: Payload,
  context: { today: string; startOn: string; subject: SubjectOfRow | undefined },
): RowIssue[] {
  const { row } = reading
  const answers = reading.answers.get(kind) ?? {}
  const faulty = new Set(reading.issues.map(({ column }) => column))
  const found: Issue[] = hiddenAnswers(kind, answers, content)
  const checked = validateRecord(kind, content, validationOf(kind, context))
  if (!checked.ok) found.push(...checked.issues)
  const issues: RowIssue[] = found
    .map((issue) => ({ row, column: `${kind}.${issue.path[0] ?? ''}`, text: issueText(kind, issue) }))
    .filter(({ column }) => !faulty.has(column))
  const on = content[RECORD_KINDS[kind].dateField]
  if (
    sheet.sourceInto !== undefined &&
    reading.source === undefined &&
    typeof on === 'string' &&
    on < context.startOn
  )
    issues.push({
      row,
      column: SOURCE_KEY,
      text: '这是村里开始用系统以前的，请写“依据的材料”：纸质台账或表格的名称、放在哪里',
    })
  return issues
}

/** As a form would check it: what opens a file is not measured against it. */
function validationOf(
  kind: KindId,
  { today, subject }: { today: string; subject: SubjectOfRow | undefined },
): ValidationContext {
  if (subject === undefined || RECORD_KINDS[kind].onlineOnly) return { today }
  if (subject.isNew && isRegistering(kind)) return { today }
  return { today, bornIn: subject.bornIn, registeredOn: subject.registeredOn }
}

/** Filled cells that the other answers leave no room for. */
function hiddenAnswers(kind: KindId, answers: Payload, content: Payload): Issue[] {
  return Object.keys(answers).flatMap((name) => {
    const field = RECORD_KINDS[kind].fields[name]
    const depends = field?.showWhen?.field
    const isDecided = depends !== undefined && content[depends] !== undefined
    return field && isDecided && !isShown(field, content)
      ? [{ path: [name], code: 'hiddenField' as const }]
      : []
  })
}

/** The request that a form would send. @param identity as it is kept; one that stays the same is not sent again */
export function requestOf(
  kind: KindId,
  areaCode: string,
  subjectId: string,
  content: Payload,
  before: { revision: number; content: Payload } | undefined,
): RecordIn {
  const { dateField, version } = RECORD_KINDS[kind]
  const { payload, text, identity } = splitPayload(kind, content)
  const kept = before && splitPayload(kind, before.content).identity
  const isSame = kept !== undefined && canonicalJson(kept) === canonicalJson(identity)
  return {
    kind,
    schemaVersion: version,
    areaCode,
    subjectId,
    revision: before ? before.revision + 1 : 1,
    ...(before ? { replaces: before.revision } : {}),
    occurredOn: String(content[dateField]),
    payload: { ...payload, ...text },
    ...(isSame || Object.keys(identity).length === 0 ? {} : { identity: identity as Identity }),
  }
}
