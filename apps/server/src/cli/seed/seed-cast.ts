import { monthOf } from '@dfv/rules'
import type { AccountsService } from '../../modules/accounts/accounts.service.js'
import type { AppointmentsService } from '../../modules/accounts/appointments.service.js'
import type { Transactions } from '../../platform/database/transactions.js'
import { CAST, type Letter } from '../seed-data/demo-town.js'
import { castAccountId, castAppointmentId } from './cast-ids.js'
import { schoolId, venueId } from './place-story.js'
import { storyStart } from './village-story.js'

function placeOf(letter: Letter, place: 'venue:0' | 'school', today: string): string {
  const village = { letter, startOn: storyStart(letter, today) }
  return place === 'school' ? schoolId(village) : venueId(village, 0)
}

/** The people of the demo, each with a sentence for the account picker. */
export async function seedCast(
  services: { accounts: AccountsService; appointments: AppointmentsService; transactions: Transactions },
  today: string,
): Promise<number> {
  const { accounts, appointments, transactions } = services
  const from = `${Number(monthOf(today).slice(0, 4)) - 1}-01-01`
  for (const member of CAST) {
    const accountId = castAccountId(member.key)
    await transactions.run(async (tx) => {
      if (await accounts.find(tx, accountId)) return
      const areaCode = member.posts[0]?.areaCode
      await accounts.create(tx, {
        id: accountId,
        name: member.name,
        areaCode,
        isDemo: true,
        story: member.story,
      })
      for (const [index, { role, areaCode: at, place }] of member.posts.entries())
        await appointments.appoint(tx, {
          id: castAppointmentId(member.key, index),
          accountId,
          role,
          areaCode: at,
          ...(place && { subjectId: placeOf(member.key[0] as Letter, place, today) }),
          from,
        })
    })
  }
  return CAST.length
}
