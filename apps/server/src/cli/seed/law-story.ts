import { addDays } from '@dfv/rules'
import type { PersonPlan, StatusPlan } from '../seed-data/person-plan.js'
import { SCHOOLS } from '../seed-data/place-plans.js'
import { castOf, statusDays, threeYearsOn } from './person-story.js'
import { pick } from './seed-ids.js'
import { HOUR, tell } from './tell.js'
import type { Stage } from './village-story.js'

const isAgreed = ({ status, pending }: StatusPlan): boolean =>
  !pending && (status === 'community-treatment' || status === 'community-rehabilitation')

/** The agreement the town signs with a person some days after he reported in; with nobody who has no group yet. */
export function agreementStory(stage: Stage, plan: PersonPlan): void {
  const person = castOf(stage, plan)
  plan.statuses.forEach((status, index) => {
    if (!isAgreed(status) || plan.group === false) return
    const { from, to } = statusDays(stage, plan, index)
    const on = [
      addDays(from, (status.reportedInAfter ?? 0) + 2),
      addDays(person.registeredOn, 6 + pick(`${plan.key}:agreed`, 4)),
    ].sort()[1]!
    if (to <= on || threeYearsOn(stage, plan.abstinentSince) <= on) return
    tell(stage, {
      name: `${plan.key}:agreement:${index}`,
      by: pick(`${plan.key}:agreed`, 2) === 0 ? 'town1' : 'town2',
      on,
      kind: 'agreement',
      subjectId: person.id,
      payload: { regime: status.status },
    })
  })
}

/** Who is there to be asked about drugs: counted once, looked at by the town. A village without a school says so. */
export function audienceStory(stage: Stage): void {
  const { letter, startOn } = stage
  const counts = {
    resident: 900 + pick(`${letter}:people`, 2200),
    migrant: pick(`${letter}:migrants`, 3) * 14,
  }
  const audiences = Object.entries(SCHOOLS[letter] ? counts : { ...counts, student: 0 })
  audiences.forEach(([audience, count], index) => {
    const on = addDays(startOn, 9 + index)
    const id = tell(stage, {
      name: `${letter}:count:${audience}`,
      by: `${letter}.secretary`,
      on,
      kind: 'audience-count',
      payload: { audience, count, basis: '入户走访时逐户登记' },
    })
    if (id) stage.story.review(id, 'town1', { on: addDays(on, 1), minute: 10 * HOUR }, 'accept')
  })
}
