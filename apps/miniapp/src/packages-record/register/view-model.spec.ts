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
    'person-1',
    '441581990201',
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
