import { monthOf } from '@dfv/rules'
import type { AccountsService } from '../../modules/accounts/accounts.service.js'
import type { AppointmentsService } from '../../modules/accounts/appointments.service.js'
import type { Transactions } from '../../platform/database/transactions.js'
import { CAST } from '../seed-data/demo-town.js'
import { castAccountId, castAppointmentId } from './cast-ids.js'

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
      for (const [index, post] of member.posts.entries())
        await appointments.appoint(tx, {
          id: castAppointmentId(member.key, index),
          accountId,
          ...post,
          from,
        })
    })
  }
  return CAST.length
}
