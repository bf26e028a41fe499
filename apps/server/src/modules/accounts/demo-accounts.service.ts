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
    const accounts = await this.accounts.demoAccounts(tx)
    if (accounts.length === 0) return []
    const ids = accounts.map(({ id }) => id)
    const held = await this.appointments.ofAccounts(tx, ids)
    // Of several, the one that is acted under: the longest held.
    const postOf = new Map(held.toReversed().map((post) => [post.accountId, post]))
    const placeOf = ({ id, areaCode }: (typeof accounts)[number]) => postOf.get(id)?.areaCode ?? areaCode
    const names = await this.areas.names(
      tx,
      accounts.flatMap((account) => placeOf(account) ?? []),
    )
    return accounts.map((account) => {
      const role = postOf.get(account.id)?.role ?? 'resident'
      return {
        accountId: account.id,
        name: this.accounts.nameOf(account),
        role,
        roleLabel: ROLE_LABELS[role],
        areaName: names.get(placeOf(account) ?? '') ?? '',
        story: account.story ?? '',
      }
    })
  }

  async signIn(accountId: string, client: Client): Promise<OpenSession> {
    return this.transactions.run(async (tx) => {
      const account = await this.accounts.find(tx, accountId)
      if (!account?.isDemo) throw notFound()
      return this.sessions.open(tx, accountId, client)
    })
  }
}
