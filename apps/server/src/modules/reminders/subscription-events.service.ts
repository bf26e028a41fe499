import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { CredentialsService } from '../accounts/credentials.service.js'
import { PushService } from '../wechat/push.service.js'
import type { SubscriptionItem } from '../wechat/push-message.js'
import { WeChatTemplates } from '../wechat/templates.js'
import { CreditsService } from './credits.service.js'
import { DeliveriesRepository } from './deliveries.repository.js'

/** What WeChat reports of consents and messages, put into credits and deliveries. */
@Injectable()
export class SubscriptionEvents {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pushes: PushService,
    private readonly credentials: CredentialsService,
    private readonly templates: WeChatTemplates,
    private readonly credits: CreditsService,
    private readonly deliveries: DeliveriesRepository,
  ) {}

  /** Works on a stored push; a second run changes nothing. */
  async handle(pushId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const push = await this.pushes.find(tx, pushId)
      const accountId = push && (await this.credentials.accountOf(tx, push.openId))
      if (!push || !accountId) return
      for (const [index, item] of push.items.entries())
        await this.apply(tx, accountId, item, `${pushId}:${index}`)
    })
  }

  private async apply(
    tx: EntityManager,
    accountId: string,
    item: SubscriptionItem,
    reportId: string,
  ): Promise<void> {
    const template = this.templates.byTemplateId(item.templateId)
    if (!template) return
    const key = { accountId, templateKey: template.key }
    if (item.kind === 'sent') return this.sent(tx, accountId, item)
    if (item.accepted) await this.credits.grant(tx, key, 'push', reportId)
    // A refusal in the pop-up takes nothing away; one in the settings ends everything.
    else if (item.kind === 'change') await this.credits.clear(tx, key, 'withdrawn', reportId)
  }

  private async sent(
    tx: EntityManager,
    accountId: string,
    item: Extract<SubscriptionItem, { kind: 'sent' }>,
  ): Promise<void> {
    const known = await this.deliveries.findByMessageId(tx, accountId, item.messageId)
    if (known) {
      // Here WeChat reports only failures of its own, after it had accepted the message.
      if (item.errorCode !== 0)
        await this.deliveries.change(tx, known.notificationId, 'sent', {
          state: 'failed',
          errcode: item.errorCode,
        })
      return
    }
    const unanswered = await this.deliveries.lockUnanswered(tx, accountId)
    if (unanswered && item.errorCode === 0)
      await this.deliveries.confirm(tx, unanswered.notificationId, item.messageId, this.clock.now())
  }
}
