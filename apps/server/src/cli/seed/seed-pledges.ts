import { addDays } from '@dfv/rules'
import type { PaperPledges } from '../../modules/pledges/paper-pledges.service.js'
import type { PledgeReader } from '../../modules/pledges/pledge-reader.service.js'
import type { PledgeSigningService } from '../../modules/pledges/pledge-signing.service.js'
import type { PledgesService } from '../../modules/pledges/pledges.service.js'
import type { Transactions } from '../../platform/database/transactions.js'
import { DEMO_TOWN } from '../../platform/demo-areas.js'
import { type CastKey, demoVillageCode, LETTERS } from '../seed-data/demo-town.js'
import { VENUES } from '../seed-data/place-plans.js'
import { castActor } from './actors.js'
import { venueId } from './place-story.js'
import { chinaInstant, pick, seedId } from './seed-ids.js'
import type { StoryClock } from './story-clock.js'
import { syntheticStroke } from './synthetic-stroke.js'
import { storyStart } from './village-story.js'

/** Who has signed already. In 示范村A the secretary and the first grid worker have not: the tour shows how. */
const SIGNED: readonly CastKey[] = [
  'A.grid2',
  'B.secretary',
  'B.grid1',
  'B.grid2',
  'C.secretary',
  'C.grid1',
  'C.grid2',
  'D.secretary',
  'D.grid1',
  'F.secretary',
]
/** So long ago the town office asked for the pledges; they are due soon. */
const ISSUED_DAYS_AGO = 20
const HOUR = 60

export type PledgeServices = {
  papers: PaperPledges
  pledges: PledgesService
  reader: PledgeReader
  signing: PledgeSigningService
  transactions: Transactions
  clock: StoryClock
}

/** The town office issues the pledges of the year; some are signed in the days after. */
export async function seedPledges(services: PledgeServices, today: string): Promise<string> {
  const yearStart = `${today.slice(0, 4)}-01-01`
  const issuedOn = [yearStart, addDays(today, -ISSUED_DAYS_AGO)].sort()[1]!
  const now = services.clock.now()
  const at = new Date(Math.min(now.getTime(), chinaInstant(issuedOn, 9 * HOUR).getTime()))
  const { issued, unchanged } = await services.clock.at(at, () =>
    services.transactions.run((tx) =>
      services.pledges.issueForYear(tx, {
        townCode: DEMO_TOWN,
        year: Number(today.slice(0, 4)),
        actor: castActor('town1', at),
      }),
    ),
  )
  let signed = await signOnPaper(services, { issuedOn, today }, now)
  for (const key of SIGNED) if (await signPledge(services, key, issuedOn, now)) signed += 1
  return `${issued + unchanged} issued, ${signed} signed`
}

/** The venues sign on paper, with the village; in two villages one has not yet. */
async function signOnPaper(
  { papers, clock }: PledgeServices,
  { issuedOn: signedOn, today }: { issuedOn: string; today: string },
  now: Date,
): Promise<number> {
  const at = chinaInstant(signedOn, 15 * HOUR)
  if (at > now) return 0
  let signed = 0
  for (const letter of LETTERS)
    for (const [index] of VENUES[letter].entries()) {
      if (index === 1 && (letter === 'D' || letter === 'E')) continue
      const party = venueId({ letter, startOn: storyStart(letter, today) }, index)
      await clock.at(at, () =>
        papers.register(castActor(`${letter}.secretary`, at), {
          id: seedId(at, `paper:${party}`),
          areaCode: demoVillageCode(letter),
          level: 'village-venue',
          party,
          year: Number(signedOn.slice(0, 4)),
          signedOn,
          paper: '村委会档案柜',
        }),
      )
      signed += 1
    }
  return signed
}

/** @returns false when the moment of the story has not come, or there is nothing to sign */
async function signPledge(
  services: PledgeServices,
  key: CastKey,
  issuedOn: string,
  now: Date,
): Promise<boolean> {
  const { reader, signing, clock } = services
  const at = chinaInstant(issuedOn, 14 * HOUR + pick(`pledge:${key}`, 4 * HOUR))
  if (at > now) return false
  const actor = castActor(key, at)
  return clock.at(at, async () => {
    const [head] = await reader.mine(actor)
    if (!head) return false
    const { textHash } = await reader.open(actor, head.id)
    await signing.sign(actor, head.id, 'h5', {
      signatureId: seedId(at, `signature:${key}:${issuedOn}`),
      textHash,
      readThrough: true,
      readSeconds: 60 + pick(`pledge:${key}:read`, 120),
      deviceTime: at.toISOString(),
      stroke: syntheticStroke(key),
    })
    return true
  })
}
