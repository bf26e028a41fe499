import assert from 'node:assert/strict'
import test from 'node:test'
import { assess, canonicalJson, obligations } from '../../../../packages/rules/dist/index.js'
import { generateLedger } from '../../../../packages/rules/dist/testing/index.js'
import { rulesInBundle } from './rules-in-bundle.mjs'

const LEDGERS = 2_000
const DAYS = ['2026-01-31', '2026-02-28', '2026-06-30', '2026-11-23', '2026-12-31', '2027-01-01']

test(`the built mini-program and the server score ${LEDGERS} ledgers alike, to the byte`, async (t) => {
  const sample = generateLedger({ seed: 'sample', persons: 3, until: '2026-11-23' })
  const bundled = await rulesInBundle(sample, '2026-11-23')
  for (let n = 0; n < LEDGERS; n++) {
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
  }
  t.diagnostic(
    `figure: ${LEDGERS} of ${LEDGERS} generated ledgers scored alike by Node and by the built mini-program`,
  )
})
