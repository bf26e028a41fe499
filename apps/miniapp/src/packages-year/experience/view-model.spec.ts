import { maySetReach } from './view-model'

test('推广到哪里，本镇的镇禁毒办定', () => {
  const report = { areaCode: '441581990201' }
  expect(maySetReach({ role: 'town-office', areaCode: '441581990' }, report)).toBe(true)
  expect(maySetReach({ role: 'town-office', areaCode: '441581991' }, report)).toBe(false)
  expect(maySetReach({ role: 'village-secretary', areaCode: '441581990201' }, report)).toBe(false)
})
