import { gate } from '../core/outcome.ts'
import type { Trouble } from '../registers/read-ledger.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import type { Populations, Scorecard, Track } from '../scorecard.ts'
import { type GateId, MEASURE_IDS, PART_IDS, STANDARD_IDS } from '../scorecard-ids.ts'
import { type Rule, runRule } from './define-rule.ts'
import { NO_POPULATIONS, populationsOf } from './populations.ts'
import { RULES } from './rules.ts'

/** Names the judgement: it changes whenever the same ledger may score differently. */
export const RULES_VERSION = '0.3.0'

function orElse<T>(compute: () => T, fallback: T): T {
  try {
    return compute()
  } catch {
    return fallback
  }
}

/** Judges an open village by the given rules, as far as their parts are judged here. */
export function assessVillage(village: Village, rules: readonly Rule[] = RULES): Scorecard {
  const parts = rules.filter(({ id }) => village.isJudged(id)).map((rule) => runRule(rule, village))
  const isWhole = PART_IDS.every(village.isJudged)
  const gated = <Id extends GateId>(ids: readonly Id[]) =>
    ids
      .map((id) => ({ id, own: parts.filter(({ standard }) => standard === id) }))
      .filter(({ own }) => own.length > 0)
      .map(({ id, own }) => ({
        id,
        state: gate(own.map(({ state }) => state)),
        parts: own.map((part) => part.id),
      }))
  const standards = gated(STANDARD_IDS)
  const measures = gated(MEASURE_IDS)
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
    ...(isWhole
      ? { verdict: gate([...standards, ...measures].map(({ state }) => state)) }
      : { verdict: 'undetermined', verdictReason: 'partsNotJudged' }),
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
