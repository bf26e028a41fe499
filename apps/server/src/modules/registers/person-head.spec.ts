import { type LedgerRecord, POLICIES } from '@dfv/rules'
import { describe, expect, it } from 'vitest'
import { foldFile } from './file-fold.js'
import { isMinor } from './person-head.js'
import type { FileState } from './subject-file.js'

const TODAY = '2026-11-23'
const FRESH: FileState = {
  name: null,
  registeredOn: '2026-03-02',
  registers: null,
  head: {},
  state: 'active',
  sealedOn: null,
  readers: null,
}

const record = (kind: string, occurredOn: string, payload: Record<string, unknown>): LedgerRecord => ({
  id: `${kind}-${occurredOn}`,
  revision: 1,
  kind,
  schemaVersion: 1,
  subjectId: 'person',
  areaCode: '441581990201',
  occurredOn,
  receivedAt: `${occurredOn}T02:00:00.000Z`,
  reviewState: 'accepted',
  payload,
})
const registered = (birthYear: number) =>
  record('person-registration', '2023-03-02', {
    registeredOn: '2023-03-02',
    gender: 'male',
    birthYear,
    residence: 'local',
  })
const status = (from: string, value: string, more: Record<string, unknown> = {}) =>
  record('person-status', from, { from, status: value, ...more })
const abstinent = (since: string) =>
  record('abstinence-start', '2024-01-01', { confirmedOn: '2024-01-01', abstinentSince: since })
const fold = (records: LedgerRecord[], before = FRESH, today = TODAY) =>
  foldFile({
    type: 'person',
    id: 'person',
    ledger: { areaCode: '441581990201', startOn: '2023-03-24', version: 1, records },
    before,
    today,
    policies: POLICIES,
  })

describe('封存:戒断满三年(三(二)2)', () => {
  it('does not seal the day before three years are full, and seals on the day', () => {
    const records = [registered(1985), abstinent('2023-11-24')]
    expect(fold(records, FRESH, '2026-11-23').state).toBe('active')
    expect(fold(records, FRESH, '2026-11-24')).toMatchObject({ state: 'sealed', sealedOn: '2026-11-24' })
  })

  it('keeps the day of sealing', () => {
    const before: FileState = { ...FRESH, state: 'sealed', sealedOn: '2026-01-01' }
    expect(fold([registered(1985), abstinent('2020-01-01')], before).sealedOn).toBe('2026-01-01')
  })

  it('opens the file again when the person used again', () => {
    const relapse = record('relapse', '2026-11-20', { foundOn: '2026-11-20', usedOn: '2026-11-15' })
    const before: FileState = { ...FRESH, state: 'sealed', sealedOn: '2026-01-01' }
    expect(fold([registered(1985), abstinent('2020-01-01'), relapse], before)).toMatchObject({
      state: 'active',
      sealedOn: null,
    })
  })

  it('closes the file of a registration that counts no more', () => {
    expect(fold([{ ...registered(1985), reviewState: 'voided' }])).toMatchObject({ state: 'sealed' })
  })
})

describe('未成年人的档案', () => {
  it.each([
    [2007, false],
    [2008, true],
    [undefined, false],
  ])('born in %s, in 2026 a minor: %s', (birthYear, minor) => {
    expect(isMinor(birthYear, TODAY)).toBe(minor)
  })

  it('is for the town office and the village secretary until there is a group', () => {
    expect(fold([registered(2010)]).readers).toBe(',town-office,village-secretary,')
  })

  it('is for the cadres of the support group', () => {
    const group = record('support-group', '2023-04-01', {
      formedOn: '2023-04-01',
      members: ['family', 'police', 'social-worker'],
    })
    expect(fold([registered(2010), group]).readers).toBe(',case-worker,police,town-office,')
  })

  it('is sealed when support has ended, but not while a detention only interrupts it', () => {
    const support = status('2023-04-01', 'community-rehabilitation', { presence: 'at-home' })
    expect(fold([registered(2010), support]).state).toBe('active')
    expect(fold([registered(2010), support, status('2026-10-01', 'detained')]).state).toBe('active')
    expect(fold([registered(2010), support, status('2026-10-01', 'abroad')]).state).toBe('sealed')
  })

  it('has no limit for an adult', () => {
    expect(fold([registered(1985)])).toEqual({
      name: null,
      registeredOn: '2023-03-02',
      head: {
        gender: 'male',
        birthYear: 1985,
        residence: 'local',
      },
      registers: ',cumulative,existing,',
      state: 'active',
      sealedOn: null,
      readers: null,
    })
  })
})
