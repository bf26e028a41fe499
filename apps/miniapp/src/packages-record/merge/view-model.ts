import { type Payload, payloadOfForm, type RecordKind } from '@dfv/rules'
import type { RecordRevision, RecordWithRevisions, SetAside } from '@/shared/api'
import type { DraftInput, OutboxEntry } from '@/shared/outbox'

export type Choice = 'mine' | 'theirs' | 'neither'
export type MergePlan = {
  /** What both agree on, and what only one of them changed. */
  merged: Payload
  /** Fields merged without asking. */
  automatic: string[]
  /** Fields both changed, differently. */
  conflicts: { field: string; mine: unknown; theirs: unknown }[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const answersIn = (record: Pick<RecordRevision, 'payload' | 'text'>): Payload => ({
  ...record.payload,
  ...record.text,
})

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Each photo stands for itself: what either added stays, what either took out goes. Theirs come first. */
function mergedList(before: string[], mine: string[], theirs: string[]): string[] {
  const added = mine.filter((one) => !before.includes(one) && !theirs.includes(one))
  return [...theirs.filter((one) => mine.includes(one) || !before.includes(one)), ...added]
}

/** Field by field: what one side left as it was yields to the other; what both changed is asked. */
export function planMerge(kind: RecordKind, base: Payload | null, mine: Payload, theirs: Payload): MergePlan {
  const plan: MergePlan = { merged: {}, automatic: [], conflicts: [] }
  for (const field of Object.keys(kind.fields)) {
    const [before, own, other] = [base?.[field], mine[field], theirs[field]]
    if (kind.fields[field]?.type === 'photos') {
      const photos = mergedList(listOf(before), listOf(own), listOf(other))
      if (photos.length > 0) plan.merged[field] = photos
      continue
    }
    if (same(own, other)) {
      if (own !== undefined) plan.merged[field] = own
      continue
    }
    const onlyTheirs = base !== null && same(own, before)
    const onlyMine = base !== null && same(other, before)
    if (!onlyTheirs && !onlyMine) {
      plan.conflicts.push({ field, mine: own, theirs: other })
      continue
    }
    const value = onlyTheirs ? other : own
    if (value !== undefined) plan.merged[field] = value
    plan.automatic.push(field)
  }
  return plan
}

/** The revision both started from, when the reader may see it. */
export function baseOf(entry: OutboxEntry, current: RecordWithRevisions): Payload | null {
  const base = current.revisions.find(({ revision }) => revision === entry.replaces)
  return base ? answersIn(base) : null
}
export const theirsOf = (current: RecordWithRevisions): Payload => answersIn(current)

/** Who wrote what stands there now: not always who wrote it first. */
export const otherParty = (current: RecordWithRevisions): RecordRevision['submittedBy'] =>
  current.revisions.find(({ revision }) => revision === current.revision)?.submittedBy ?? current.submittedBy

export type Choices = Record<string, Choice | undefined>

/** Conflicts nobody has decided yet. */
export const undecided = (plan: MergePlan, choices: Choices) =>
  plan.conflicts.filter(({ field }) => choices[field] === undefined)

/** The next revision, built on theirs; what the user had written and does not choose goes with it into the history. Fields that are to be written anew are left open for the form. */
export function mergedDraft(
  kind: RecordKind,
  entry: OutboxEntry,
  current: RecordWithRevisions,
  plan: MergePlan,
  choices: Choices,
): { draft: DraftInput; mustFill: boolean } {
  const values: Payload = { ...plan.merged }
  for (const { field, mine, theirs } of plan.conflicts) {
    if (choices[field] === 'mine') values[field] = mine
    if (choices[field] === 'theirs') values[field] = theirs
  }
  const setAside: SetAside = { ...entry.setAside }
  for (const { field, mine } of plan.conflicts)
    if (choices[field] !== 'mine' && mine !== undefined) setAside[field] = [...(setAside[field] ?? []), mine]
  const date = values[kind.dateField]
  return {
    mustFill: plan.conflicts.some(({ field }) => choices[field] === 'neither'),
    draft: {
      recordId: entry.recordId,
      kind: entry.kind,
      schemaVersion: kind.version,
      areaCode: entry.areaCode,
      subjectId: entry.subjectId,
      revision: current.revision + 1,
      replaces: current.revision,
      occurredOn: typeof date === 'string' ? date : entry.occurredOn,
      payload: payloadOfForm(kind.kind, values),
      ...(Object.keys(setAside).length > 0 && { setAside }),
    },
  }
}

/** Nothing is left to send: the other side already wrote what is written here, and nothing was set aside before. */
export const isAlreadyThere = (entry: OutboxEntry, plan: MergePlan, theirs: Payload) =>
  entry.setAside === undefined &&
  plan.conflicts.length === 0 &&
  Object.entries(plan.merged).every(([field, value]) => same(value, theirs[field]))
