import { awarenessStory } from './stories/awareness.mjs'
import { bankStory } from './stories/bank.mjs'
import { deskStory } from './stories/desk.mjs'
import { dutiesStory } from './stories/duties.mjs'
import { everyOtherPage } from './stories/every-page.mjs'
import { householdStory } from './stories/household.mjs'
import { intakeStory } from './stories/intake.mjs'
import { oversightStory } from './stories/oversight.mjs'
import { plaqueStory } from './stories/plaque.mjs'
import { pledgeStory } from './stories/pledge.mjs'
import { privacyStory } from './stories/privacy.mjs'
import { supervisorStory } from './stories/supervisor.mjs'
import { yearStory } from './stories/year.mjs'
import { toldInATown } from './support/told-in-a-town.mjs'

toldInATown('a town, as its offices use it', 'dfv_browser_offices', [
  pledgeStory,
  householdStory,
  supervisorStory,
  oversightStory,
  dutiesStory,
  plaqueStory,
  yearStory,
  awarenessStory,
  intakeStory,
  bankStory,
  deskStory,
  everyOtherPage,
  privacyStory,
])
