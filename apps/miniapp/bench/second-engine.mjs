// The built mini-program in a bare context beside Node, on 100,000 generated ledgers: equal to the byte, or it stops.
import { assertScoredAlike } from '../test/weapp/alike.mjs'

const LEDGERS = 100_000
const STEP = 5_000

const say = (text) => process.stdout.write(`${text}\n`)

await assertScoredAlike(LEDGERS, (done) => {
  if (done % STEP === 0) say(`  ${done.toLocaleString('en')} equal`)
})
const all = LEDGERS.toLocaleString('en')
say(`  ${all} of ${all} generated ledgers scored alike by Node and by the built mini-program`)
