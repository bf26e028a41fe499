import { after, before, describe } from 'node:test'
import { awarenessStory } from './stories/awareness.mjs'
import { bankStory } from './stories/bank.mjs'
import { cadreStory } from './stories/cadre.mjs'
import { classStory } from './stories/class.mjs'
import { deskStory } from './stories/desk.mjs'
import { dutiesStory } from './stories/duties.mjs'
import { everyPage } from './stories/every-page.mjs'
import { handInStory } from './stories/hand-in.mjs'
import { householdStory } from './stories/household.mjs'
import { intakeStory } from './stories/intake.mjs'
import { oversightStory } from './stories/oversight.mjs'
import { photoStory } from './stories/photos.mjs'
import { plaqueStory } from './stories/plaque.mjs'
import { pledgeStory } from './stories/pledge.mjs'
import { privacyStory } from './stories/privacy.mjs'
import { remarkStory } from './stories/remarks.mjs'
import { residentStory } from './stories/resident.mjs'
import { sameScoreStory } from './stories/same-score.mjs'
import { supervisorStory } from './stories/supervisor.mjs'
import { transferStory } from './stories/transfer.mjs'
import { venueFormsStory } from './stories/venue-forms.mjs'
import { venueManagerStory } from './stories/venue-manager.mjs'
import { yearStory } from './stories/year.mjs'
import { createApi } from './support/api.mjs'
import { openBrowser } from './support/browser.mjs'
import { startTown } from './support/start-town.mjs'

describe('a town, as its people use it', () => {
  const world = {}
  let town

  before(
    async () => {
      town = await startTown()
      world.town = town
      world.base = town.address
      world.api = createApi(world.base)
      world.browser = await openBrowser()
    },
    { timeout: 900_000 },
  )
  after(async () => {
    await world.browser?.close()
    await town?.stop()
  })

  sameScoreStory(world)
  cadreStory(world)
  photoStory(world)
  handInStory(world)
  residentStory(world)
  pledgeStory(world)
  householdStory(world)
  remarkStory(world)
  supervisorStory(world)
  oversightStory(world)
  dutiesStory(world)
  plaqueStory(world)
  yearStory(world)
  venueFormsStory(world)
  transferStory(world)
  classStory(world)
  venueManagerStory(world)
  awarenessStory(world)
  intakeStory(world)
  bankStory(world)
  deskStory(world)
  everyPage(world)
  privacyStory(world)
})
