import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaCode } from '../areas/areas.dto.js'
import { disposition, MIME } from '../exports/export-file.js'
import { BriefFileQuery, BriefOut, BriefQuery } from './briefs.dto.js'
import { BriefsService } from './briefs.service.js'

@ApiTags('briefs')
@Controller('api/briefs')
export class BriefsController {
  constructor(private readonly briefs: BriefsService) {}

  @Get(':code')
  @RequirePermission('score.read')
  @ApiOperation({ operationId: 'brief_get', summary: '一个村或一个镇的月度简报' })
  @ApiOkResponse({ standardSchema: BriefOut })
  read(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
    @Query({ schema: BriefQuery }) { month }: BriefQuery,
  ): Promise<BriefOut> {
    return this.briefs.read(actor, code, month)
  }

  @Get(':code/file')
  @RequirePermission('score.read')
  @ApiOperation({ operationId: 'brief_file', summary: '月度简报，Word 或 PDF' })
  @ApiProduces(MIME.docx, MIME.pdf)
  @ApiOkResponse({ description: 'Word 或 PDF', schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
    @Query({ schema: BriefFileQuery }) { month, format }: BriefFileQuery,
  ): Promise<StreamableFile> {
    const content = await this.briefs.file(actor, code, month, format)
    return new StreamableFile(content, {
      type: MIME[format],
      disposition: disposition(`月度简报-${code}-${month}.${format}`, format),
    })
  }
}
