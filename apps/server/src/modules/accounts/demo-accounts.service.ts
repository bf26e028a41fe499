import { Injectable } from '@nestjs/common'
import { ROLE_LABELS } from '../../platform/auth/roles.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { AccountsService } from './accounts.service.js'
import { AppointmentsService } from './appointments.service.js'
import type { DemoAccountList } from './demo-accounts.dto.js'
import type { Client } from './session.entity.js'
import { type OpenSession, SessionService } from './session.service.js'

/** Sign-in without proof, for the fictional town. Provided in demo mode only. */
@Injectable()
export class DemoAccountsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly areas: AreasService,
    private readonly sessions: SessionService,
    private readonly transactions: Transactions,
  ) {}

  async list(): Promise<DemoAccountList['items']> {
    const tx = this.transactions.read
    const items: DemoAccountList['items'] = []
    for (const account of await this.accounts.demoAccounts(tx)) {
      const held = (await this.appointments.ofAccount(tx, account.id))[0]
      const role = held?.role ?? 'resident'
      const areaCode = held?.areaCode ?? account.areaCode
      const area = areaCode === null ? null : await this.areas.find(tx, areaCode)
      items.push({
        accountId: account.id,
        name: this.accounts.nameOf(account),
        role,
        roleLabel: ROLE_LABELS[role],
        areaName: area?.name ?? '',
        story: account.story ?? '',
      })
    }
    return items
  }

  async signIn(accountId: string, client: Client): Promise<OpenSession> {
    return this.transactions.run(async (tx) => {
      const account = await this.accounts.find(tx, accountId)
      if (!account?.isDemo) throw notFound()
      return this.sessions.open(tx, accountId, client)
    })
  }
}
