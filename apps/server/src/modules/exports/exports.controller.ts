import { Body, Controller, Delete, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common'
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { disposition, MIME } from './export-file.js'
import { ExportFormList, ExportId, ExportIn, ExportList, ExportOut } from './exports.dto.js'
import { ExportsService } from './exports.service.js'

@ApiTags('exports')
@Controller('api/exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('forms')
  @RequirePermission('export.run')
  @ApiOperation({ operationId: 'exports_forms', summary: '可以导出的表和台账' })
  @ApiOkResponse({ standardSchema: ExportFormList })
  forms(@CurrentActor() actor: Actor): ExportFormList {
    return this.exports.forms(actor)
  }

  @Get()
  @RequirePermission('export.run')
  @ApiOperation({ operationId: 'exports_list', summary: '我24小时内导出的表' })
  @ApiOkResponse({ standardSchema: ExportList })
  list(@CurrentActor() actor: Actor): Promise<ExportList> {
    return this.exports.list(actor)
  }

  @Post()
  @RequirePermission('export.run')
  @ApiOperation({ operationId: 'exports_ask', summary: '要一份表；行数多的在后台生成' })
  @ApiCreatedResponse({ standardSchema: ExportOut })
  ask(@CurrentActor() actor: Actor, @Body({ schema: ExportIn }) body: ExportIn): Promise<ExportOut> {
    return this.exports.ask(actor, body)
  }

  @Get(':id')
  @RequirePermission('export.run')
  @ApiOperation({ operationId: 'exports_get', summary: '一份表生成到哪里了' })
  @ApiOkResponse({ standardSchema: ExportOut })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: ExportId }) id: string): Promise<ExportOut> {
    return this.exports.get(actor, id)
  }

  @Delete(':id')
  @RequirePermission('export.run')
  @HttpCode(204)
  @ApiOperation({ operationId: 'exports_remove', summary: '取消，或删除已生成的文件' })
  @ApiNoContentResponse({ description: '已删除' })
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: ExportId }) id: string): Promise<void> {
    return this.exports.remove(actor, id)
  }

  @Get(':id/file')
  @RequirePermission('export.run')
  @ApiOperation({ operationId: 'exports_file', summary: '下载，只给要这份表的人，再查一次权限' })
  @ApiProduces(...Object.values(MIME))
  @ApiOkResponse({ description: 'Excel、Word、PDF，或压缩包', schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ExportId }) id: string,
  ): Promise<StreamableFile> {
    const { stream, fileName, format } = await this.exports.fetch(actor, id)
    return new StreamableFile(stream, { type: MIME[format], disposition: disposition(fileName, format) })
  }
}
