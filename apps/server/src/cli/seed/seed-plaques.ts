import { type IsoDate, type PlaqueDecisionKind, yearOf } from '@dfv/rules'
import type { PlaqueDecisions } from '../../modules/plaque/plaque-decisions.service.js'
import { demoVillageCode, type Letter } from '../seed-data/demo-town.js'
import { castActor } from './actors.js'
import { chinaInstant, seedId } from './seed-ids.js'
import type { StoryClock } from './story-clock.js'

const TEN_O_CLOCK = 600
const ELEVEN_O_CLOCK = 660
/** Day of the year after, in which each is decided. */
const DAYS: Record<PlaqueDecisionKind, string> = {
  passed: '01-20',
  failed: '01-20',
  submitted: '03-01',
  awarded: '06-01',
}

type Told = { letter: Letter; yearsAgo: number; kinds: readonly PlaqueDecisionKind[] }

/** 示范村B and C hold their plaques; that of F has a yellow card; nobody has decided about the others. */
const STORY: readonly Told[] = [
  { letter: 'B', yearsAgo: 2, kinds: ['passed', 'submitted', 'awarded'] },
  { letter: 'B', yearsAgo: 1, kinds: ['passed'] },
  { letter: 'C', yearsAgo: 2, kinds: ['passed', 'submitted', 'awarded'] },
  { letter: 'F', yearsAgo: 2, kinds: ['passed', 'submitted', 'awarded'] },
  { letter: 'F', yearsAgo: 1, kinds: ['failed'] },
]

/** What the city decided about the villages, as far as its day has come. @returns how many decisions */
export async function seedPlaques(
  plaques: PlaqueDecisions,
  clock: StoryClock,
  today: IsoDate,
): Promise<number> {
  let entered = 0
  for (const { letter, yearsAgo, kinds } of STORY) {
    const year = yearOf(today) - yearsAgo
    for (const [index, kind] of kinds.entries()) {
      const on = `${year + 1}-${DAYS[kind]}`
      if (on >= today) continue
      const at = chinaInstant(on, TEN_O_CLOCK)
      const document = `陆禁毒〔${year + 1}〕示例${index + 1}号`
      const id = seedId(at, `plaque:${letter}:${year}:${kind}`)
      const decision = { code: demoVillageCode(letter), id }
      await clock.at(at, () =>
        plaques.enter(castActor('assessor', at), decision, { kind, year, on, document }),
      )
      const later = chinaInstant(on, ELEVEN_O_CLOCK)
      await clock.at(later, () => plaques.confirm(castActor('assessor2', later), decision))
      entered += 1
    }
  }
  return entered
}
