import { ticketIn } from './view-model'

test('finds the ticket in an address or alone, and nothing in another code', () => {
  const id = '0190f3c2-7a10-7cc3-98b4-0c2a4e6f8a11'
  expect(ticketIn(`https://example.cn/#/packages-account/scan/index?ticket=${id}`)).toBe(id)
  expect(ticketIn(id.toUpperCase())).toBe(id)
  expect(ticketIn('https://example.cn/menu')).toBeNull()
})
