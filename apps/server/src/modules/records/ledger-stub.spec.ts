import type { LedgerRecord } from '@dfv/rules'
import { describe, expect, it } from 'vitest'
import { stubOf } from './ledger-stub.js'

const record = (kind: string, occurredOn: string, payload: Record<string, unknown>): LedgerRecord => ({
  id: 'r',
  revision: 1,
  kind,
  schemaVersion: 1,
  subjectId: 'p',
  areaCode: '441581990201',
  occurredOn,
  receivedAt: '2026-11-23T06:00:00.000Z',
  reviewState: 'accepted',
  payload,
})
const talk = (on: string) =>
  record('talk', on, { occurredOn: on, found: 'yes', place: 'home', visitors: ['a', 'b'] })

describe('stub of a record', () => {
  it('keeps what the rules read and nothing else', () => {
    expect(stubOf(talk('2026-05-01'), null)?.payload).toEqual({ occurredOn: '2026-05-01', found: 'yes' })
  })

  it('drops the work on a sealed file that no assessment can ask for any more', () => {
    expect(stubOf(talk('2024-12-31'), '2026-11-24')).toBeUndefined()
    expect(stubOf(talk('2025-01-01'), '2026-11-24')).toBeDefined()
  })

  it('keeps what decides the sets, however old', () => {
    const registration = record('person-registration', '2015-01-01', {
      registeredOn: '2015-01-01',
      gender: 'male',
      residence: 'local',
    })
    expect(stubOf(registration, '2026-11-24')?.payload).toEqual({
      registeredOn: '2015-01-01',
      residence: 'local',
    })
  })

  it('keeps nothing of a kind it does not know', () => {
    expect(stubOf(record('gossip', '2026-01-01', { text: 'x' }), null)?.payload).toEqual({})
  })
})
