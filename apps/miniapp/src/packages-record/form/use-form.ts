import { isRegistering, type Payload, type RecordKind, type ValidationContext } from '@dfv/rules'
import { useCallback, useEffect, useRef, useState } from 'react'
import { knownColleagues } from '@/shared/colleagues'
import { record as copy } from '@/shared/copy'
import { useKeeping } from '@/shared/drafts'
import { type Told, tell } from '@/shared/errors'
import { toReview } from '@/shared/navigation'
import { currentEntries, currentOutbox, entryKey, unsettledOf } from '@/shared/outbox'
import { newId, phoneMillis, today } from '@/shared/platform'
import { kindOf } from '@/shared/records'
import { useViewer } from '@/shared/session'
import type { SummaryLine } from '@/shared/ui'
import { personsOf, placeOf, type Village } from '@/shared/village'
import { correctionOf, findDraft, freshRecord, lastPayload, type Prepared, resumeEntry } from './prepare'
import { draftOf, faultsOf, leftToTown, visibleFields, withAnswer } from './view-model'

export type FormParams = {
  kind?: string
  subject?: string
  duty?: string
  period?: string
  entry?: string
  corrects?: string
  /** The village a person comes from. */
  from?: string
}
type Ready = { kind: RecordKind; prepared: Prepared }

async function prepare(
  params: FormParams,
  village: Village,
  accountId: string,
): Promise<Ready | 'unsettled' | null> {
  const entries = currentEntries()
  const entry = params.entry ? entries.find(({ key }) => key === params.entry) : undefined
  if (entry) {
    const kind = kindOf(entry.kind)
    return kind && { kind, prepared: resumeEntry(entry) }
  }
  if (params.corrects) {
    const begun = unsettledOf(entries, params.corrects)
    if (begun && begun.state !== 'draft' && begun.state !== 'returned') return 'unsettled'
    const { kind: id, prepared } = await correctionOf(params.corrects)
    const kind = kindOf(id)
    return kind && { kind, prepared: begun ? resumeEntry(begun) : prepared }
  }
  const kind = kindOf(params.kind ?? '')
  if (!kind) return null
  const subjectId = kind.subject === 'village' ? village.code : (params.subject ?? '')
  const draft = findDraft(entries, kind.kind, subjectId, params.duty)
  if (draft) return { kind, prepared: resumeEntry(draft) }
  const place = {
    recordId: await newId(),
    areaCode: village.code,
    subjectId,
    ...(params.duty && { dutyId: params.duty }),
  }
  const last = lastPayload(kind, subjectId, village.records, entries)
  const prepared = freshRecord(kind, place, {
    today: today(),
    accountId,
    colleagues: knownColleagues(),
    last,
    period: params.period ?? null,
    isKnown: isRegistering(kind.kind) && last !== null,
  })
  const arrival = params.from ? { fromArea: params.from, toArea: village.code } : {}
  return { kind, prepared: { ...prepared, values: { ...prepared.values, ...arrival } } }
}

/** What is known of the subject beside the answers. */
function contextOf(village: Village, subjectId: string): ValidationContext {
  const head = village.person(subjectId)
  const registeredOn = head
    ? personsOf(village).person(subjectId)?.registeredOn
    : placeOf(village, subjectId)?.registeredOn
  return {
    today: today(),
    ...(head?.birthYear && { bornIn: head.birthYear }),
    ...(registeredOn && { registeredOn }),
  }
}

/** One form: prepared once, kept on the phone as it is filled, checked when the user goes on. */
export function useForm(params: FormParams, village: Village, accountId: string) {
  const { role } = useViewer()
  const [ready, setReady] = useState<Ready | null>(null)
  const [failed, setFailed] = useState<Told | 'unknown-kind' | null>(null)
  const [values, setValues] = useState<Payload>({})
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [keptAt, setKeptAt] = useState<number | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const startOf = ({ kind, prepared }: Ready): Payload => ({ ...leftToTown(kind, role), ...prepared.values })
  const latest = useRef({ ready, values })
  latest.current = { ready, values }

  // biome-ignore lint/correctness/useExhaustiveDependencies: prepared once; a sync meanwhile must not empty the form
  useEffect(() => {
    prepare(params, village, accountId)
      .then((result) => {
        if (!result) return setFailed('unknown-kind')
        if (result === 'unsettled') return setFailed({ kind: 'refused', text: copy.unsettled })
        setReady(result)
        setValues(startOf(result))
        setFaults(result.prepared.returnedFaults)
      })
      .catch((error: unknown) => setFailed(tell(error)))
  }, [])

  const keep = useCallback((): string | null => {
    const { ready: now, values: answers } = latest.current
    if (!now) return null
    try {
      const entry = currentOutbox().saveDraft(draftOf(now.kind, now.prepared.target, answers, today()))
      setKeptAt(phoneMillis())
      setTold(null)
      return entry.key
    } catch (error) {
      setTold(tell(error))
      return null
    }
  }, [])

  const touched = useKeeping(values, keep)

  const context = ready ? contextOf(village, ready.prepared.target.subjectId) : { today: today() }

  return {
    ready,
    failed,
    values,
    fields: ready ? visibleFields(ready.kind, values, false, leftToTown(ready.kind, role)) : [],
    faults,
    keptAt,
    told,
    change(name: string, value: unknown) {
      touched.current = true
      setValues((before) => withAnswer(before, name, value))
      // A field that is being mended stops shouting; the summary keeps the rest.
      setFaults((before) => before.filter(({ field }) => field !== name))
    },
    async restart() {
      if (!ready) return
      const { target } = ready.prepared
      currentOutbox().discard(entryKey(target.recordId, target.revision))
      touched.current = false
      const again: FormParams = {
        kind: ready.kind.kind,
        subject: target.subjectId,
        ...(target.dutyId !== undefined && { duty: target.dutyId, period: params.period }),
        ...(target.replaces !== undefined && { corrects: target.recordId }),
      }
      const fresh = await prepare(again, village, accountId)
      if (!fresh || fresh === 'unsettled') return
      setReady(fresh)
      setValues(startOf(fresh))
      setFaults([])
      setKeptAt(null)
    },
    next() {
      if (!ready) return
      const wrong = faultsOf(ready.kind, values, context)
      setFaults(wrong)
      if (wrong.length > 0) return
      const key = keep()
      touched.current = false
      if (key) toReview(key)
    },
  }
}
