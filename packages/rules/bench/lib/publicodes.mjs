import Engine from 'publicodes'

/** The rules in the language's own words: `toutes ces conditions` is all of, `une de ces conditions` any of. */
const RULES = {
  cycle: 'oui',
  'cycle . talks': { 'par défaut': 0 },
  'cycle . tests': { 'par défaut': 0 },
  'cycle . basis': { 'par défaut': 'non' },
  'cycle . talked': { valeur: 'talks >= 1' },
  'cycle . tested': { 'une de ces conditions': ['basis = non', 'tests >= 1'] },
  group: 'oui',
  'group . family': { 'par défaut': 'non' },
  'group . excused': { 'par défaut': 'non' },
  'group . cadre': { 'par défaut': 'non' },
  'group . police': { 'par défaut': 'non' },
  'group . complete': {
    'toutes ces conditions': [{ 'une de ces conditions': ['family', 'excused'] }, 'cadre', 'police'],
  },
  month: 'oui',
  'month . activities': { 'par défaut': 0 },
  'month . reached': { valeur: 'activities >= 4' },
}

const word = (flag) => (flag ? 'oui' : 'non')

/** One engine, parsed once; a situation for each subject, as its handbook does. */
export function makePublicodes() {
  const engine = new Engine(RULES)
  const isTrue = (name) => engine.evaluate(name).nodeValue === true
  return ({ cycles, groups, months }) => {
    const missing = []
    for (const { id, talks, tests, hasBasis } of cycles) {
      engine.setSituation({ 'cycle . talks': talks, 'cycle . tests': tests, 'cycle . basis': word(hasBasis) })
      if (!isTrue('cycle . talked')) missing.push(`talk ${id}`)
      if (!isTrue('cycle . tested')) missing.push(`test ${id}`)
    }
    for (const { id, family, excused, cadre, police } of groups) {
      engine.setSituation({
        'group . family': word(family),
        'group . excused': word(excused),
        'group . cadre': word(cadre),
        'group . police': word(police),
      })
      if (!isTrue('group . complete')) missing.push(`group ${id}`)
    }
    for (const { id, activities } of months) {
      engine.setSituation({ 'month . activities': activities })
      if (!isTrue('month . reached')) missing.push(`month ${id}`)
    }
    return missing.sort()
  }
}
