import { cadreStory } from './stories/cadre.mjs'
import { classStory } from './stories/class.mjs'
import { everyPageOfVillages } from './stories/every-page.mjs'
import { handInStory } from './stories/hand-in.mjs'
import { missingCodeStory } from './stories/missing-code.mjs'
import { photoStory } from './stories/photos.mjs'
import { privacyStory } from './stories/privacy.mjs'
import { remarkStory } from './stories/remarks.mjs'
import { residentStory } from './stories/resident.mjs'
import { sameScoreStory } from './stories/same-score.mjs'
import { transferStory } from './stories/transfer.mjs'
import { venueFormsStory } from './stories/venue-forms.mjs'
import { venueManagerStory } from './stories/venue-manager.mjs'
import { toldInATown } from './support/told-in-a-town.mjs'

toldInATown('a town, as the people of its villages use it', 'dfv_browser_villages', [
  sameScoreStory,
  missingCodeStory,
  cadreStory,
  photoStory,
  handInStory,
  residentStory,
  remarkStory,
  venueFormsStory,
  transferStory,
  classStory,
  venueManagerStory,
  everyPageOfVillages,
  privacyStory,
])
