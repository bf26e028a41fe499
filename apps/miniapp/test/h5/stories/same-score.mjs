import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess, canonicalJson } from '../../../../../packages/rules/dist/index.js'
import { rulesInBundle } from '../../weapp/rules-in-bundle.mjs'

/** What a phone would show of each village, from the ledger it is given, is what the server says. */
export function sameScoreStory(world) {
  test('phone and server score the seeded town alike, in Node and in the built mini-program', async (t) => {
    const office = await world.api.as('王示镇')
    const villages = (await world.api.get('/areas?under=441581990&level=village')).items
    let bundled
    for (const { code, name } of villages) {
      const { scorecard } = await office.get(`/villages/${code}/scorecard`)
      const { areaCode, startOn, ledgerVersion, records } = await office.get(`/ledger/${code}?since=0`)
      const ledger = { format: 'village-ledger@1', areaCode, startOn, ledgerVersion, records }
      const { asOf } = scorecard
      bundled ??= await rulesInBundle(ledger, asOf)
      assert.equal(canonicalJson(assess(ledger, { asOf })), canonicalJson(scorecard), `${name} in Node`)
      assert.equal(
        canonicalJson(bundled.assess(ledger, { asOf })),
        canonicalJson(scorecard),
        `${name} in the mini-program`,
      )
    }
    assert.equal(villages.length, 8)
    t.diagnostic('figure: 8 of 8 seeded villages scored alike by server, Node and the built mini-program')
  })
}
