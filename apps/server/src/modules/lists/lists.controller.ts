import { PassThrough } from 'node:stream'
import { roleLabel } from '@dfv/rules'
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { chinaMinute } from '../../platform/china-minute.js'
import { Clock } from '../../platform/clock.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { XLSX_TYPE } from '../../platform/http/file-bodies.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import type { ExportDocument } from '../exports/document/document.js'
import { writeXlsx } from '../exports/document/xlsx-document.js'
import { disposition } from '../exports/export-file.js'
import { LIST_IDS, ScreenLists } from './screen-lists.js'

const ListParams = z.object({ list: z.enum(LIST_IDS) })
type ListParams = z.infer<typeof ListParams>

/** Any list on a screen as a worksheet, written while it is read. */
@ApiTags('exports')
@Controller('api/lists')
export class ListsController {
  constructor(
    private readonly lists: ScreenLists,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get(':list/workbook')
  @RequirePermission('self.read')
  @ApiOperation({
    operationId: 'list_workbook',
    summary: '屏幕上的一张表存成 Excel；看得到这张表的人才能存，行数和屏幕上一样',
  })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  workbook(
    @CurrentActor() actor: Actor,
    @Param({ schema: ListParams }) { list: id }: ListParams,
  ): StreamableFile {
    const list = this.lists.get(id)
    if (!actor.permissions.has(list.permission)) throw new DomainError('FORBIDDEN')
    const madeAt = this.clock.now()
    const madeBy = `${roleLabel(actor.role)} ${chinaMinute(madeAt)}`
    const document: ExportDocument = {
      title: list.title,
      isWide: true,
      isWatermarked: false,
      madeBy,
      madeAt,
      sheets: (async function* () {
        yield {
          name: list.title,
          title: list.title,
          subtitle: madeBy,
          blocks: [
            {
              kind: 'table' as const,
              table: {
                columns: list.columns,
                rows: list.rows(actor),
                empty: '没有内容。',
                paper: 'grid' as const,
              },
            },
          ],
        }
      })(),
    }
    const output = new PassThrough()
    writeXlsx(document, output).catch((error: unknown) => {
      // The head has gone out: a file that breaks off is all that can be told.
      this.log.error({ err: error, list: id }, 'list was not written')
      output.destroy(error as Error)
    })
    return new StreamableFile(output, {
      type: XLSX_TYPE,
      disposition: disposition(`${list.title}-${this.clock.today()}.xlsx`, 'xlsx'),
    })
  }
}
