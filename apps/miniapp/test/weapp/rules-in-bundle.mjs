import path from 'node:path'
import { createMiniProgram } from './mini-program.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../dist/weapp')

/** Bundled functions have lost their names: each is known by a word in its module and by the shape of its answer. */
const KNOWN_BY = {
  assess: { word: 'scorecard@1', answers: (answer) => answer?.format === 'scorecard@1' },
  obligations: {
    word: 'mendableAfterDue',
    answers: (answer) => Array.isArray(answer?.open) && Array.isArray(answer?.missed),
  },
}

/**
 * The rules as they stand in the built mini-program, run in its bare context.
 * @param {object} ledger any sound ledger, to tell the functions apart
 * @returns {Promise<Record<keyof typeof KNOWN_BY, Function>>}
 */
export async function rulesInBundle(ledger, asOf) {
  const program = createMiniProgram(ROOT, { online: false })
  await program.launch()
  let require
  // Webpack hands its module table to every chunk that registers: ours holds nothing and takes the table.
  program.wx.webpackJsonp.push([
    ['probe'],
    {},
    (table) => {
      require = table
    },
  ])
  return Object.fromEntries(
    Object.entries(KNOWN_BY).map(([name, known]) => {
      const ids = Object.keys(require.m).filter((id) => String(require.m[id]).includes(known.word))
      const exported = ids.flatMap((id) => Object.values(require(id)))
      const found = exported.find((candidate) => known.answers(attempt(candidate, ledger, asOf)))
      if (!found) throw new Error(`the built mini-program has no ${name}`)
      return [name, found]
    }),
  )
}

function attempt(candidate, ledger, asOf) {
  try {
    return candidate(ledger, { asOf })
  } catch {
    return undefined
  }
}
