import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { XLSX_TYPE } from '../../platform/http/file-bodies.js'
import { disposition } from '../exports/export-file.js'
import { ListWorkbooks } from './list-workbooks.js'
import { LIST_IDS, ListQuery } from './screen-lists.js'

const ListParams = z.object({ list: z.enum(LIST_IDS) })
type ListParams = z.infer<typeof ListParams>

/** Any list on a screen as a worksheet, written while it is read. */
@ApiTags('exports')
@Controller('api/lists')
export class ListsController {
  constructor(private readonly workbooks: ListWorkbooks) {}

  @Get(':list/workbook')
  @RequirePermission('self.read')
  @ApiOperation({
    operationId: 'list_workbook',
    summary: '屏幕上的一张表存成 Excel；看得到这张表的人才能存，行数和屏幕上一样。要办的事按屏幕上的筛选',
  })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param({ schema: ListParams }) { list }: ListParams,
    @Query({ schema: ListQuery }) query: ListQuery,
  ): Promise<StreamableFile> {
    const { content, fileName } = await this.workbooks.open(actor, list, query)
    return new StreamableFile(content, { type: XLSX_TYPE, disposition: disposition(fileName, 'xlsx') })
  }
}
