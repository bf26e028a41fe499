import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { CredentialsService } from '../accounts/credentials.service.js'
import { SessionService } from '../accounts/session.service.js'
import { SessionAnswer } from '../accounts/session-answer.js'
import { AreasService } from '../areas/areas.service.js'
import { FeedbackService } from '../feedback/feedback.service.js'
import { PledgeReader } from '../pledges/pledge-reader.service.js'
import { QuizAttemptsService } from '../quizzes/quiz-attempts.service.js'
import type { MyData } from './residents.dto.js'

type OwnAccount = NonNullable<Awaited<ReturnType<AccountsService['find']>>>

/**
 * A person's rights over what is stored of him as a user: see it, correct it, close the account.
 * What an office keeps about a person in its files is asked for in person: a phone in a hand proves nobody's identity,
 * and the answer must not reveal that there is a file. @see 个人信息保护法 第四十四条至第四十七条
 */
@Injectable()
export class ResidentsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionService,
    private readonly sessionAnswer: SessionAnswer,
    private readonly quizzes: QuizAttemptsService,
    private readonly pledges: PledgeReader,
    private readonly feedback: FeedbackService,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
  ) {}

  async myData(actor: Actor): Promise<MyData> {
    const tx = this.transactions.read
    const account = await this.own(tx, actor)
    const held = await this.appointments.ofAccount(tx, actor.accountId)
    const attempts = await this.quizzes.ofAccount(tx, actor.accountId)
    const names = await this.areas.names(
      tx,
      attempts.map(({ areaCode }) => areaCode),
    )
    const phone = this.accounts.phoneOf(account)
    return {
      account: {
        name: this.accounts.nameOf(account),
        phone: phone === undefined ? null : `${phone.slice(0, 3)}****${phone.slice(-4)}`,
        hasWechat: (await this.credentials.openId(tx, actor.accountId)) !== null,
        since: account.createdAt.toISOString(),
      },
      appointments: await this.sessionAnswer.held(tx, held),
      quizzes: attempts.map(({ submittedAt, areaCode, audience, score, isCounted }) => ({
        at: submittedAt.toISOString(),
        village: names.get(areaCode) ?? areaCode,
        audience,
        score,
        counted: isCounted === 1,
      })),
      pledges: (await this.pledges.mine(actor)).map(({ title, year, areaName, sealedAt }) => ({
        title,
        year,
        village: areaName,
        sealedAt: sealedAt ?? null,
      })),
      letters: (await this.feedback.mine(actor)).length,
    }
  }

  /** @throws DomainError ACCOUNT_NAME_BY_OFFICE for whoever was appointed under his name */
  rename(actor: Actor, name: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const account = await this.own(tx, actor)
      if (account.areaCode !== null) throw new DomainError('ACCOUNT_NAME_BY_OFFICE')
      await this.accounts.rename(tx, account, name)
    })
  }

  /**
   * Erases who the account was, cuts WeChat off and ends every session. Counted answers stay as numbers; signed pledges
   * stay as evidence under their own keys.
   * @throws DomainError ACCOUNT_IN_OFFICE, RECHECK_REQUIRED
   */
  async close(actor: Actor): Promise<void> {
    this.sessions.assertFresh(actor)
    await this.transactions.run(async (tx) => {
      if ((await this.appointments.ofAccount(tx, actor.accountId)).length > 0)
        throw new DomainError('ACCOUNT_IN_OFFICE')
      await this.sessions.revokeAll(tx, actor.accountId, 'closed')
      await this.credentials.unbind(tx, actor.accountId)
      await this.accounts.erase(tx, actor.accountId)
    })
  }

  private async own(tx: EntityManager, actor: Actor): Promise<OwnAccount> {
    const account = await this.accounts.find(tx, actor.accountId)
    if (!account) throw new DomainError('SIGN_IN_REQUIRED')
    return account
  }
}
