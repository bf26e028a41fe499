import { gate } from '../core/outcome.ts'
import type { Trouble } from '../registers/read-ledger.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import type { GateId, MeasureId, Populations, Scorecard, StandardId, Track } from '../scorecard.ts'
import { type Rule, runRule } from './define-rule.ts'
import { NO_POPULATIONS, populationsOf } from './populations.ts'
import { RULES } from './rules.ts'

/** Names the judgement: it changes whenever the same ledger may score differently. */
export const RULES_VERSION = '0.2.0'

const STANDARDS: readonly StandardId[] = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10']
const MEASURES: readonly MeasureId[] = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6']

function orElse<T>(compute: () => T, fallback: T): T {
  try {
    return compute()
  } catch {
    return fallback
  }
}

/** Judges an open village by the given rules. */
export function assessVillage(village: Village, rules: readonly Rule[] = RULES): Scorecard {
  const parts = rules.map((rule) => runRule(rule, village))
  const gated = <Id extends GateId>(id: Id) => {
    const own = parts.filter(({ standard }) => standard === id)
    return { id, state: gate(own.map(({ state }) => state)), parts: own.map((part) => part.id) }
  }
  const standards = STANDARDS.map(gated)
  const measures = MEASURES.map(gated)
  const { areaCode, ledgerVersion, lateRecordIds } = village.ledger
  return {
    format: 'scorecard@1',
    areaCode,
    year: village.year,
    asOf: village.asOf,
    knownAt: village.knownAt,
    ledgerVersion,
    policyVersion: village.policies.version,
    rulesVersion: RULES_VERSION,
    track: orElse<Track>(() => village.track(), 'ten-standards'),
    standards,
    measures,
    verdict: gate([...standards, ...measures].map(({ state }) => state)),
    parts,
    populations: orElse<Populations>(() => populationsOf(village), NO_POPULATIONS),
    lateRecordIds,
  }
}

/**
 * Judges a village's ledger as it stood on a day. Never throws for anything a ledger may hold: what cannot be read
 * leaves its parts undetermined, with reason and path. The same ledger, policy and day give the same bytes.
 * @throws RangeError when `asOf` is not a date
 */
export function assess(ledger: unknown, asOf: AsOf): Scorecard {
  return assessVillage(openVillage(ledger, asOf))
}

/** What in a ledger cannot be read as it stood on a day: where and why. @throws RangeError when `asOf` is not a date */
export const ledgerTroubles = (ledger: unknown, asOf: AsOf): Trouble[] =>
  openVillage(ledger, asOf).ledger.troubles
