import { Injectable } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, type FieldError } from '../../platform/errors/domain-error.js'
import { WeChatTemplates } from '../wechat/templates.js'
import { CreditsService } from './credits.service.js'
import { SENDING_HOURS } from './quiet-hours.js'
import type { CreditsIn, RemindersOut } from './reminders.dto.js'

/** What a person may set about reminders by WeChat: how many he allows. */
@Injectable()
export class ReminderSettings {
  constructor(
    private readonly transactions: Transactions,
    private readonly credits: CreditsService,
    private readonly templates: WeChatTemplates,
  ) {}

  async read(actor: Actor): Promise<RemindersOut> {
    return {
      credits: await this.credits.balances(this.transactions.read, actor.accountId),
      templates: this.templates
        .list()
        .map(({ key, templateId, title, kind }) => ({ key, templateId, title, kind })),
      sendingHours: SENDING_HOURS,
    }
  }

  /**
   * Counts what the person allowed on the phone.
   * @throws DomainError INVALID when a template is not one of ours
   */
  async allow(actor: Actor, input: CreditsIn): Promise<RemindersOut> {
    const unknown = input.results.flatMap(({ templateId }, at): FieldError[] =>
      this.templates.byTemplateId(templateId)
        ? []
        : [
            {
              path: `results.${at}.templateId`,
              code: 'unknown',
              text: '没有这个消息模板，请更新小程序后再试。',
            },
          ],
    )
    if (unknown.length > 0) throw new DomainError('INVALID', { count: unknown.length }, unknown)
    const reportId = input.id ?? uuidv7()
    await this.transactions.run(async (tx) => {
      for (const { templateId, result } of input.results) {
        const template = this.templates.byTemplateId(templateId)
        // WeChat knows several kinds of yes, and all begin alike.
        if (!template || !result.startsWith('accept')) continue
        await this.credits.grant(
          tx,
          { accountId: actor.accountId, templateKey: template.key },
          'tap',
          reportId,
        )
      }
    })
    return this.read(actor)
  }
}
