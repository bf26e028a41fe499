import { describe, expect, it } from 'vitest'
import { isCurrent, isNewer, releaseOrder } from './village-projection.js'

const basis = {
  ledgerVersion: 7,
  asOf: '2026-11-23',
  policyVersion: '2026-9',
  rulesVersion: '0.9.0',
  answersVersion: 'a',
}

describe('what a projection rests on', () => {
  it('compares releases by their numbers, not by their letters', () => {
    expect(releaseOrder('2026-9', '2026-10')).toBeLessThan(0)
    expect(releaseOrder('1.0.0', '0.99.3')).toBeGreaterThan(0)
    expect(releaseOrder('2026-1', '2026-1')).toBe(0)
    expect(releaseOrder('', '0.0.0')).toBeLessThan(0)
    expect(releaseOrder('1.0', '1.0.0')).toBeLessThan(0)
  })

  it('is current only when nothing has moved', () => {
    expect(isCurrent(basis, { ...basis })).toBe(true)
    expect(isCurrent(basis, { ...basis, ledgerVersion: 8 })).toBe(false)
    expect(isCurrent(basis, { ...basis, asOf: '2026-11-24' })).toBe(false)
    expect(isCurrent(basis, { ...basis, policyVersion: '2026-10' })).toBe(false)
    expect(isCurrent(basis, { ...basis, rulesVersion: '0.9.1' })).toBe(false)
    expect(isCurrent(basis, { ...basis, answersVersion: 'b' })).toBe(false)
  })

  it('is newer when it knows more of the ledger, a later day or a later release', () => {
    expect(isNewer(basis, { ...basis, ledgerVersion: 6 })).toBe(true)
    expect(isNewer(basis, { ...basis, asOf: '2026-11-22' })).toBe(true)
    expect(isNewer({ ...basis, policyVersion: '2026-10' }, basis)).toBe(true)
    expect(isNewer({ ...basis, rulesVersion: '0.10.0' }, basis)).toBe(true)
    expect(isNewer(basis, { ...basis, ledgerVersion: 8, asOf: '2026-11-24' })).toBe(false)
  })
})
