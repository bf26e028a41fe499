import { uuidv7 } from 'uuidv7'
import { HOME, SISTER } from '../probes/areas.js'
import type { World } from '../probes/world.js'
import { send } from '../support/records.js'
import type { Check } from './checks.js'

/** What somebody may do whatever stands elsewhere: another's thing is no hindrance, or he would know that it is there. */
export function unhinderedChecks(world: World): Check[] {
  const { person } = world.probers.find(
    ({ person, home }) => person.role === 'town-office' && home.unit === HOME,
  )!
  const route = 'PUT /api/surveys/:id'
  return [
    {
      name: `${route} with the number of a document of another village`,
      route,
      who: person.name,
      isRefused: async () => {
        const id = uuidv7()
        const { status } = await send(world.production, person.who, 'PUT', `/api/surveys/${id}`, {
          areaCode: HOME.village,
          audience: 'resident',
          documentNo: `${SISTER.mark}调〔2026〕8号`,
          issuer: '调查队',
          surveyedOn: '2026-06-20',
          valid: 120,
          aware: 115,
          keptAt: '镇档案柜',
        })
        // The next one finds it as it was.
        const undo = { reason: '看一看能不能录' }
        await send(world.production, person.who, 'POST', `/api/surveys/${id}/withdrawal`, undo)
        return status < 300
      },
    },
  ]
}
