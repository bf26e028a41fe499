import { PassThrough, type Readable } from 'node:stream'
import { roleLabel } from '@dfv/rules'
import { Inject, Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { chinaMinute } from '../../platform/china-minute.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AreasService } from '../areas/areas.service.js'
import type { ExportDocument } from '../exports/document/document.js'
import { writeXlsx } from '../exports/document/xlsx-document.js'
import { type ListId, type ListQuery, ScreenLists } from './screen-lists.js'

/** Writes a list as a worksheet. Who took which list, of which area and when, stands in the trail and on every page. */
@Injectable()
export class ListWorkbooks {
  constructor(
    private readonly lists: ScreenLists,
    private readonly accounts: AccountsService,
    private readonly areas: AreasService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws DomainError FORBIDDEN for a list he does not see, NOT_FOUND for an area he does not see */
  async open(actor: Actor, id: ListId, query: ListQuery): Promise<{ content: Readable; fileName: string }> {
    const list = this.lists.get(id)
    if (!actor.permissions.has(list.permission)) throw new DomainError('FORBIDDEN')
    const { from: areaCode } = list.area(actor, query)
    const { read } = this.transactions
    const area = await this.areas.find(read, areaCode)
    const name = await this.accounts.displayName(read, actor.accountId)
    const madeAt = this.clock.now()
    await this.transactions.run((tx) =>
      this.audit.add(tx, {
        actor,
        areaCode,
        action: 'list.exported',
        objectType: 'list',
        objectId: id,
        details: { appointmentId: actor.appointmentId },
      }),
    )
    const madeBy = `${area?.name ?? ''} ${roleLabel(actor.role)} ${name} ${chinaMinute(madeAt)}`
    const { title, columns } = list
    const table = { columns, rows: list.rows(actor, query), empty: '没有内容。', paper: 'grid' as const }
    const document: ExportDocument = {
      title,
      isWide: true,
      isWatermarked: false,
      madeBy,
      madeAt,
      sheets: (async function* () {
        yield { name: title, title, subtitle: madeBy, blocks: [{ kind: 'table' as const, table }] }
      })(),
    }
    const content = new PassThrough()
    writeXlsx(document, content).catch((error: unknown) => {
      // The head has gone out: a file that breaks off is all that can be told.
      this.log.error({ err: error, list: id }, 'list was not written')
      content.destroy(error as Error)
    })
    return { content, fileName: `${title}-${this.clock.today()}.xlsx` }
  }
}
