import assert from 'node:assert/strict'
import { assess, canonicalJson, obligations } from '../../../../packages/rules/dist/index.js'
import { generateLedger } from '../../../../packages/rules/dist/testing/index.js'
import { rulesInBundle } from './rules-in-bundle.mjs'

const DAYS = ['2026-01-31', '2026-02-28', '2026-06-30', '2026-11-23', '2026-12-31', '2027-01-01']

/**
 * Scores generated ledgers with Node and with the built mini-program in its bare context, and compares byte by byte.
 * @param {number} count how many ledgers
 * @param {(done: number) => void} [told] after each ledger
 * @throws AssertionError with the ledger's seed and day when they differ
 */
export async function assertScoredAlike(count, told = () => {}) {
  const sample = generateLedger({ seed: 'sample', persons: 3, until: '2026-11-23' })
  const bundled = await rulesInBundle(sample, '2026-11-23')
  for (let n = 0; n < count; n++) {
    const asOf = DAYS[n % DAYS.length]
    const ledger = generateLedger({
      seed: `equal-${n}`,
      persons: n % 14,
      until: asOf,
      diligence: 50 + (n % 51),
    })
    // As the phone holds it: through JSON, in the other engine's own objects.
    const onPhone = JSON.parse(JSON.stringify(ledger))
    assert.equal(
      canonicalJson(bundled.assess(onPhone, { asOf })),
      canonicalJson(assess(ledger, { asOf })),
      `ledger equal-${n} on ${asOf}`,
    )
    assert.equal(
      canonicalJson(bundled.obligations(onPhone, { asOf })),
      canonicalJson(obligations(ledger, { asOf })),
      `duties of equal-${n} on ${asOf}`,
    )
    told(n + 1)
  }
}
