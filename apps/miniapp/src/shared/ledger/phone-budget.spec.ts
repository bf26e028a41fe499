import { type Field, isKindId, type LedgerRecord, RECORD_KINDS } from '@dfv/rules'
import { generateLedger } from '@dfv/rules/testing'
import type { LedgerDelta } from '@/shared/api'
import { createEntryStore } from '@/shared/outbox/entry-store'
import { createOutbox } from '@/shared/outbox/outbox'
import { createPhotoStore } from '@/shared/photos/photo-store'
import { head } from '../../../test/support/village'
import { fileBox, wechatStorage } from '../../../test/support/wechat-storage'
import { createLedgerStore } from './ledger-store'
import { applyDelta } from './snapshot'

const BUDGET = 8 * 1024 * 1024
const PERSONS = 200
const UNSENT = 500
const PHOTOS_A_RECORD = 3
const SIGNAL_LOST_ON = '2026-09-24'
const TODAY = '2026-11-23'
const PREFIX = 'dfv:019ab3c2-7c3f-7000-8000-000000000001:019ab3c2-7c3f-7000-8000-000000000002'
/** As long as what people write about a visit. */
const WORDS = '近来在镇上做工，家里老人身体还好，答应下月按时来检测，村里帮他联系了技能培训，家属也愿意配合。'

const isFreeText = (field: Field) => field.type === 'text' && (field.maxLength ?? 0) >= 100
const idOf = (group: string, at: number) => `019ab3c2-7c3f-7000-${group}-${String(at).padStart(12, '0')}`

/** A village of that many persons, who are all under support for more than a year. */
const village = generateLedger({ seed: 'phone', persons: PERSONS, until: TODAY, diligence: 90 })

function toldOn(day: string): LedgerDelta {
  const records = village.records.filter(({ occurredOn }) => occurredOn <= day)
  const persons = new Set(
    records.filter(({ kind }) => kind === 'person-registration').map(({ subjectId }) => subjectId),
  )
  return {
    areaCode: village.areaCode,
    startOn: village.startOn,
    ledgerVersion: records.length,
    records: records.map((record) => ({ ...record, receivedAt: record.receivedAt ?? '' })),
    subjects: [...persons].map((id, at) => head(id, `示范A-${at + 1}`)),
    places: [],
    dropped: [],
    answers: {},
    full: true,
  }
}

/** What the user writes down: the record with its words, and photos where the form asks for them. */
function written({ kind, payload }: LedgerRecord, photos: readonly string[]) {
  const fields = isKindId(kind) ? Object.entries(RECORD_KINDS[kind].fields) : []
  const more = fields.flatMap(([name, field]): [string, unknown][] => {
    if (field.type === 'photos') return [[name, photos]]
    return isFreeText(field) ? [[name, WORDS]] : []
  })
  return { ...payload, ...Object.fromEntries(more) }
}

test(`a phone holds ${PERSONS} persons and 60 days without signal: ${UNSENT} records in at most 8 MB`, async () => {
  const storage = wechatStorage()
  const ledger = createLedgerStore(storage, PREFIX)
  const told = applyDelta(null, toldOn(SIGNAL_LOST_ON), 0)
  ledger.save(told, null)
  const atRest = storage.used()

  const photos = createPhotoStore(storage, fileBox(), PREFIX)
  const outbox = createOutbox({
    entries: createEntryStore(storage, PREFIX),
    send: () => Promise.reject(new Error('no signal')),
    isOnline: () => false,
    now: () => 0,
    instant: () => `${TODAY}T06:00:00.000Z`,
    schedule: () => () => undefined,
  })
  const since = village.records.filter(({ occurredOn }) => occurredOn > SIGNAL_LOST_ON).slice(0, UNSENT)
  for (const [at, record] of since.entries()) {
    const recordId = idOf('a000', at)
    const taken = Array.from({ length: PHOTOS_A_RECORD }, (_, nth) => idOf('9000', at * 10 + nth))
    for (const id of taken)
      await photos.add({ id, mime: 'image/jpeg', bytes: 312_000, sha256: 'a'.repeat(64) }, new ArrayBuffer(0))
    const { kind, schemaVersion, areaCode, subjectId, occurredOn } = record
    outbox.saveDraft({
      recordId,
      ...{ kind, schemaVersion, areaCode, subjectId, revision: 1, occurredOn },
      payload: written(record, taken),
      dutyId: `${kind}:${subjectId}:2026-C6`,
    })
    outbox.enqueue(`${recordId}.1`)
  }
  expect(outbox.entries()).toHaveLength(UNSENT)
  const unsent = storage.used()
  expect(unsent).toBeLessThanOrEqual(BUDGET)

  // The signal is back: the whole ledger comes anew beside the old one, before anything that waits has gone.
  ledger.save(applyDelta(told, toldOn(TODAY), 0), told)
  expect(storage.peak()).toBeLessThanOrEqual(BUDGET)
  const kb = (bytes: number) => `${Math.round(bytes / 1024)} KB`
  console.log(
    `figure: phone, ${PERSONS} persons: ledger of ${told.records.length} records ${kb(atRest)}; with ${UNSENT} unsent records and their ` +
      `photos' names ${kb(unsent)}; at most ${kb(storage.peak())} while the ledger comes anew; budget ${kb(BUDGET)}`,
  )
})
