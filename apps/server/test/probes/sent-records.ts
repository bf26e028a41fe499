import { anActivity, aRecord, aTalk } from '../support/records.js'
import type { Home } from './probe.js'

/** Records that somebody of this village might send, with something of another's in one place. */
export const recordsWith = {
  area: (areaCode: string) => anActivity({ areaCode, subjectId: areaCode }),
  subject: (subjectId: string, { unit }: Home) => aTalk(subjectId, { areaCode: unit.village }),
  own: ({ unit }: Home) => anActivity({ areaCode: unit.village, subjectId: unit.village }),
  photo: (id: string, { unit }: Home) =>
    anActivity({ areaCode: unit.village, subjectId: unit.village, payload: { photos: [id] } }),
  evidence: (person: string, { unit }: Home) =>
    aRecord('past-evidence', {
      areaCode: unit.village,
      payload: {
        covers: 'talks',
        firstMonth: '2025-01',
        lastMonth: '2025-06',
        person,
        document: '谈话登记本',
        count: 6,
      },
    }),
}
export const second = <T extends object>(record: T) => ({ ...record, revision: 2, replaces: 1 })
export const voided = <T extends object>(record: T) => ({
  ...second(record),
  payload: {},
  void: { reason: '记错了' },
})
export const inBatch = (id: string, record: object) => ({
  url: '/api/records/batch',
  payload: { records: [{ id, ...record }] },
})
