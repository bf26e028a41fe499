import 'reflect-metadata'
import { POLICIES } from '@dfv/rules'

/**
 * The server's own intake of records — who may, whether it is known, whether it is right, what becomes of it — on rows
 * that are kept in memory instead of in tables. Only the repositories are ours here.
 * @param {(file: string) => Promise<object>} built a part of the built server
 */
export async function loadIntake(built) {
  const part = async (file, name) => (await built(file))[name]
  const RecordIntake = await part('modules/records/record-intake.js', 'RecordIntake')
  const RecordStore = await part('modules/records/record-store.js', 'RecordStore')
  const RecordWriter = await part('modules/records/record-writer.js', 'RecordWriter')
  const RecordsService = await part('modules/records/records.service.js', 'RecordsService')
  const LedgerChanges = await part('modules/records/ledger-changes.js', 'LedgerChanges')
  const RecordFingerprint = await part('modules/records/record-fingerprint.js', 'RecordFingerprint')
  const AttachmentClaims = await part('modules/attachments/attachment-claims.js', 'AttachmentClaims')
  const IdentityService = await part('modules/registers/identity.service.js', 'IdentityService')
  const toRecordOut = await part('modules/records/record-view.js', 'toRecordOut')
  const FieldCipher = await part('platform/crypto/field-cipher.js', 'FieldCipher')
  const FixedClock = await part('platform/clock.js', 'FixedClock')
  const { generateKeyFile, KeyRing } = await built('platform/crypto/key-ring.js')
  const cipher = new FieldCipher(new KeyRing(generateKeyFile(true)))
  const notAsked = undefined

  /** @param {{ area: object, now: string }} setup one village, and the day on which everything happens */
  return function createMemoryServer({ area, now }) {
    const rows = new Map()
    const revisions = new Map()
    const entries = []
    const events = new Set()
    let version = 0
    const records = {
      findKnown: async (_, id, revision) => {
        const row = rows.get(id)
        const asked = revisions.get(`${id}.${revision}`)
        return row && { ...row, asked, file: undefined }
      },
      findRevision: async (_, id, revision) => revisions.get(`${id}.${revision}`),
      insert: async (_, row) => void rows.set(row.id, row),
      insertRevision: async (_, row) => void revisions.set(`${row.recordId}.${row.revision}`, row),
      advance: async (_, id, next) => void rows.set(id, { ...rows.get(id), ...pick(next) }),
    }
    const clock = new FixedClock(new Date(now))
    const ledgers = {
      advance: async () => ({ areaCode: area.code, version: ++version, startOn: area.startOn }),
    }
    const audit = { add: async (_, entry) => void entries.push(entry) }
    const outbox = { add: async (_, { dedupeKey }) => void events.add(dedupeKey) }
    const changes = new LedgerChanges(ledgers, notAsked, notAsked, audit, outbox, clock)
    const writer = new RecordWriter(records, changes, notAsked, clock)
    const identities = new IdentityService(notAsked, cipher)
    const claims = new AttachmentClaims(notAsked)
    const store = new RecordStore(records, writer, changes, notAsked, identities, notAsked, claims)
    const areas = { find: async (_, code) => (code === area.code ? area : undefined) }
    const intake = new RecordIntake(
      records,
      store,
      notAsked,
      areas,
      new RecordFingerprint(cipher),
      notAsked,
      notAsked,
      notAsked,
      { assertWritable: () => undefined },
      clock,
      { of: () => POLICIES },
    )
    const log = { error: (fault) => Promise.reject(new Error(JSON.stringify(fault))) }
    const service = new RecordsService(intake, { run: (work) => work({}) }, audit, log)

    return {
      submitBatch: async (actor, batch) =>
        (await service.submitBatch(actor, { records: batch }, 'memory')).results,
      read(id) {
        const row = rows.get(id)
        if (!row) return undefined
        const all = Array.from({ length: row.currentRevision }, (_, at) => revisions.get(`${id}.${at + 1}`))
        return {
          ...toRecordOut(row, all.at(-1)),
          revisions: all.map((one) => ({
            revision: one.revision,
            submittedBy: { accountId: one.submittedByAccount, role: one.submittedByRole },
            payload: JSON.parse(one.payload),
            ...(one.setAside && {
              setAside: identities.readSetAside(undefined, `${id}.${one.revision}`, one.setAside),
            }),
            ...(one.isVoid && { void: true }),
          })),
          attachments: [],
        }
      },
      /** What the database would hold. */
      counts: () => ({ version, revisions: revisions.size, entries: entries.length, events: events.size }),
    }
  }
}

const CHANGING = ['schemaVersion', 'occurredOn', 'reviewState', 'currentRevision', 'ledgerVersion']
const pick = (row) => Object.fromEntries(CHANGING.map((name) => [name, row[name]]))
