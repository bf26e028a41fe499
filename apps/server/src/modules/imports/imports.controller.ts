import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { XLSX_TYPE } from '../../platform/http/file-bodies.js'
import { ReviewIn } from '../records/records.dto.js'
import { ImportConfirmation } from './import-confirmation.js'
import { ImportReview } from './import-review.js'
import {
  ImportId,
  ImportOut,
  ImportReviewOut,
  SheetList,
  SheetName,
  VillageCode,
  WaitingImports,
  WaitingImportsQuery,
} from './imports.dto.js'
import { ImportsService, type WorkbookFile } from './imports.service.js'

@ApiTags('imports')
@Controller('api')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly confirmation: ImportConfirmation,
    private readonly reviews: ImportReview,
  ) {}

  @Get('villages/:code/imports')
  @RequirePermission('import.run')
  @ApiOperation({ operationId: 'imports_sheets', summary: '可以用表格批量录入的种类' })
  @ApiOkResponse({ standardSchema: SheetList })
  sheets(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: VillageCode }) code: string,
  ): Promise<SheetList> {
    return this.imports.sheets(actor, code)
  }

  @Get('villages/:code/imports/:sheet/template')
  @RequirePermission('import.run')
  @ApiOperation({ operationId: 'imports_template', summary: '下载一张空表，带示例和下拉选项，只给这个村用' })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  async template(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: VillageCode }) code: string,
    @Param('sheet', { schema: SheetName }) sheet: string,
  ): Promise<StreamableFile> {
    return sent(await this.imports.template(actor, code, sheet))
  }

  @Post('villages/:code/imports/:sheet')
  @HttpCode(200)
  @RequirePermission('import.run')
  @ApiOperation({
    operationId: 'imports_upload',
    summary: '上传填好的表，逐行检查，先看不写',
    description: '正文就是.xlsx文件，最多5MB、1000行。有要改的地方时，可下载写明错处的表；没有时再确认。',
  })
  @ApiConsumes(XLSX_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: ImportOut })
  upload(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: VillageCode }) code: string,
    @Param('sheet', { schema: SheetName }) sheet: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportOut> {
    if (!Buffer.isBuffer(request.body)) throw new DomainError('BODY_TYPE_UNKNOWN')
    return this.imports.upload(actor, code, sheet, request.body)
  }

  @Get('imports')
  @RequirePermission('record.review')
  @ApiOperation({ operationId: 'imports_waiting', summary: '用表格录入、还有记录等审核的' })
  @ApiOkResponse({ standardSchema: WaitingImports })
  waiting(
    @CurrentActor() actor: Actor,
    @Query({ schema: WaitingImportsQuery }) query: WaitingImportsQuery,
  ): Promise<WaitingImports> {
    return this.reviews.list(actor, query.areaCode)
  }

  @Post('imports/:id/review')
  @HttpCode(200)
  @RequirePermission('record.review')
  @ApiOperation({
    operationId: 'imports_review',
    summary: '把一张表里等审核的记录一起通过，或写明原因一起退回',
  })
  @ApiOkResponse({ standardSchema: ImportReviewOut })
  review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ImportId }) id: string,
    @Body({ schema: ReviewIn }) body: ReviewIn,
  ): Promise<ImportReviewOut> {
    return this.reviews.review(actor, id, body)
  }

  @Get('imports/:id')
  @RequirePermission('import.run')
  @ApiOperation({ operationId: 'imports_get', summary: '自己上传的一张表：会写什么，或写了什么' })
  @ApiOkResponse({ standardSchema: ImportOut })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: ImportId }) id: string): Promise<ImportOut> {
    return this.imports.get(actor, id)
  }

  @Get('imports/:id/workbook')
  @RequirePermission('import.run')
  @ApiOperation({ operationId: 'imports_workbook', summary: '自己上传的表，写明每行要改什么' })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ImportId }) id: string,
  ): Promise<StreamableFile> {
    return sent(await this.imports.faulty(actor, id))
  }

  @Post('imports/:id/confirm')
  @HttpCode(200)
  @RequirePermission('import.run')
  @ApiOperation({ operationId: 'imports_confirm', summary: '确认写入：全部写入，或都不写' })
  @ApiOkResponse({ standardSchema: ImportOut })
  confirm(@CurrentActor() actor: Actor, @Param('id', { schema: ImportId }) id: string): Promise<ImportOut> {
    return this.confirmation.confirm(actor, id)
  }

  @Delete('imports/:id')
  @HttpCode(204)
  @RequirePermission('import.run')
  @ApiOperation({ operationId: 'imports_discard', summary: '不要了：删除上传的表' })
  discard(@CurrentActor() actor: Actor, @Param('id', { schema: ImportId }) id: string): Promise<void> {
    return this.imports.discard(actor, id)
  }
}

const sent = ({ name, content }: WorkbookFile): StreamableFile =>
  new StreamableFile(content, {
    type: XLSX_TYPE,
    disposition: `attachment; filename="table.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
