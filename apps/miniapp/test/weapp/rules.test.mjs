import test from 'node:test'
import { assertScoredAlike } from './alike.mjs'

// `npm run bench phone` scores 100,000.
const LEDGERS = 500

test(`the built mini-program and the server score ${LEDGERS} ledgers alike, to the byte`, async (t) => {
  await assertScoredAlike(LEDGERS)
  t.diagnostic(
    `figure: ${LEDGERS} of ${LEDGERS} generated ledgers scored alike by Node and by the built mini-program`,
  )
})
