import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const registered = aRecord('person-registration', 'p1', '2026-03-01')
const status = (value: string) =>
  aRecord('person-status', 'p1', '2026-03-01', {
    status: value,
    presence: value === 'helped' ? 'at-home' : null,
    ...(value === 'helped' && { testBasis: 'none' }),
  })
const roster = (month: string, on = `${month}-28`) => aRecord('roster-confirmation', '', on, { month })
const checked = (on: string, extra = {}) => aRecord('verification', 'p1', on, extra)
const rosters = [roster('2026-02'), roster('2026-03'), roster('2026-04'), roster('2026-05')]

describe('S3 情况掌握清楚 — 三(二)3', () => {
  it.each([
    ['登记后第31天还算新', [registered], '2026-04-01', 'met'],
    ['登记后第32天要核实', [registered], '2026-04-02', 'notMet'],
    ['核实后第31天', [registered, checked('2026-04-10')], '2026-05-11', 'met'],
    ['核实后第32天', [registered, checked('2026-04-10')], '2026-05-12', 'notMet'],
    [
      '没联系上不算核实',
      [registered, checked('2026-04-10', { whereabouts: 'unreachable' })],
      '2026-04-20',
      'notMet',
    ],
    ['外出也算核实', [registered, checked('2026-04-10', { whereabouts: 'away' })], '2026-04-20', 'met'],
    ['在所、在押的不用核实', [registered, status('compulsory-isolation')], '2026-05-20', 'met'],
    ['出所帮教的要核实', [registered, status('helped')], '2026-05-20', 'notMet'],
    ['去世的不用核实', [registered, status('deceased')], '2026-05-20', 'met'],
  ])('%s', (_, records, asOf, state) => {
    expect(partOf('S3', [...records, ...rosters], asOf).state).toBe(state)
  })

  it('名册没确认到该看的月,待判定;有人没核实,先说没核实', () => {
    const head = { startOn: '2026-03-01' }
    expect(
      partOf('S3', [registered, checked('2026-05-01'), roster('2026-04')], '2026-05-20', head).state,
    ).toBe('met')
    const open = partOf('S3', [registered, checked('2026-05-01'), roster('2026-03')], '2026-05-20', head)
    expect(open).toMatchObject({ state: 'undetermined', reason: 'rosterNotConfirmed', mendable: true })
    const both = partOf('S3', [registered, roster('2026-03')], '2026-05-20', head)
    expect(both.state).toBe('notMet')
    expect(both.missing.map(({ code }) => code)).toEqual(['verification', 'rosterConfirmation'])
  })

  it('村里刚用系统,从那天起算31天', () => {
    const head = { startOn: '2026-05-01' }
    expect(partOf('S3', [registered, ...rosters], '2026-06-01', head)).toMatchObject({
      state: 'met',
      notes: [{ code: 'inTerm' }],
    })
    expect(partOf('S3', [registered, ...rosters], '2026-06-02', head).state).toBe('notMet')
  })
})
