import { Engine } from 'json-rules-engine'

const fact = (name, operator, value) => ({ fact: name, operator, value })
const failing = (type, ...all) => ({ conditions: { all }, event: { type } })

/** One engine for each kind of subject, made once; one run for each subject, as its handbook does. */
export function makeJsonRulesEngine() {
  const cycle = new Engine([
    failing('talk', fact('talks', 'lessThan', 1)),
    failing('test', fact('hasBasis', 'equal', true), fact('tests', 'lessThan', 1)),
  ])
  const group = new Engine([
    {
      conditions: {
        any: [
          { all: [fact('family', 'equal', false), fact('excused', 'equal', false)] },
          fact('cadre', 'equal', false),
          fact('police', 'equal', false),
        ],
      },
      event: { type: 'group' },
    },
  ])
  const month = new Engine([failing('month', fact('activities', 'lessThan', 4))])

  return async ({ cycles, groups, months }) => {
    const missing = []
    for (const [engine, subjects] of [
      [cycle, cycles],
      [group, groups],
      [month, months],
    ])
      for (const subject of subjects) {
        const { events } = await engine.run(subject)
        for (const { type } of events) missing.push(`${type} ${subject.id}`)
      }
    return missing.sort()
  }
}
