import type { RecordWithRevisions } from '@/shared/api'
import { registrationIn } from './view-model'

test('who the person is travels beside the record, not in it', () => {
  const record = registrationIn(
    {
      registeredOn: '2026-11-23',
      name: '李某',
      idNumber: '441581198501011234',
      phone: '13800000000',
      address: '示范路1号',
      gender: 'male',
      birthYear: 1985,
      residence: 'local',
      note: '备注',
    },
    { personId: 'person-1', areaCode: '441581990201' },
    '2026-11-23T06:00:00.000Z',
  )
  expect(record.identity).toEqual({
    name: '李某',
    idNumber: '441581198501011234',
    phone: '13800000000',
    address: '示范路1号',
  })
  expect(JSON.stringify(record.payload)).not.toMatch(/李某|4415811985|13800000000|示范路/)
  expect(record).toMatchObject({ occurredOn: '2026-11-23', subjectId: 'person-1', payload: { note: '备注' } })
})

test('a correction replaces the last version, and leaves who it is as it was unless it is entered anew', () => {
  const corrects = { revision: 2 } as RecordWithRevisions
  const payload = { registeredOn: '2026-11-23', gender: 'male', birthYear: 1986, residence: 'local' }
  const record = registrationIn(
    payload,
    { personId: 'p', areaCode: '441581990201', corrects },
    '2026-11-23T06:00:00.000Z',
  )
  expect(record).toMatchObject({ revision: 3, replaces: 2, payload })
  expect(record.identity).toBeUndefined()
})
