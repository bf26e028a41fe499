import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common'
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { RecordReader } from './record-reader.js'
import { RecordRemarks } from './record-remarks.js'
import { RecordReview } from './record-review.js'
import {
  ProblemOut,
  RecordBatchIn,
  RecordBatchOut,
  RecordFile,
  RecordId,
  RecordIn,
  RecordList,
  RecordOut,
  RecordQuery,
  RemarkIn,
  RemarkOut,
  ReviewIn,
  ReviewList,
  ReviewQuery,
} from './records.dto.js'
import { RecordsService } from './records.service.js'

@ApiTags('records')
@Controller('api')
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly reader: RecordReader,
    private readonly reviews: RecordReview,
    private readonly remarks: RecordRemarks,
  ) {}

  @Put('records/:id')
  @RequirePermission('record.submit')
  @ApiOperation({
    operationId: 'records_put',
    summary: '提交一条记录，或它的下一版',
    description:
      '编号由手机生成，重复提交同样的内容不会多记。改正：revision 加 1，replaces 写改的是第几版；别人先改过时答 RECORD_STALE，params.currentRevision 是现在的版次，再用 GET 取各版内容合并。作废：再加 void；双人审核过的记录，作废也要等另一个人通过。',
  })
  @ApiCreatedResponse({ standardSchema: RecordOut, description: '新存下的' })
  @ApiOkResponse({ standardSchema: RecordOut, description: '早已存下，内容一样' })
  @ApiConflictResponse({ standardSchema: ProblemOut })
  @ApiUnprocessableEntityResponse({ standardSchema: ProblemOut })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: RecordIn }) body: RecordIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordOut> {
    const { status, record } = await this.records.submit(actor, id, body)
    void reply.status(status)
    return record
  }

  @Post('records/batch')
  @HttpCode(200)
  @RequirePermission('record.submit')
  @ApiOperation({ operationId: 'records_batch', summary: '一次提交多条记录，逐条答复，互不影响' })
  @ApiOkResponse({ standardSchema: RecordBatchOut })
  batch(
    @CurrentActor() actor: Actor,
    @Body({ schema: RecordBatchIn }) body: RecordBatchIn,
    @Req() request: FastifyRequest,
  ): Promise<RecordBatchOut> {
    return this.records.submitBatch(actor, body, String(request.id))
  }

  @Get('records')
  @RequirePermission('record.read')
  @ApiOperation({ operationId: 'records_list', summary: '记录清单，不含文字内容' })
  @ApiOkResponse({ standardSchema: RecordList })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: RecordQuery }) query: RecordQuery,
  ): Promise<RecordList> {
    return this.reader.list(actor, query)
  }

  @Get('records/:id')
  @RequirePermission('record.read')
  @ApiOperation({ operationId: 'records_get', summary: '一条记录和它的各版，打开人员记录的文字会留痕' })
  @ApiOkResponse({ standardSchema: RecordFile })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: RecordId }) id: string): Promise<RecordFile> {
    return this.reader.get(actor, id)
  }

  @Post('records/:id/review')
  @HttpCode(200)
  @RequirePermission('record.review')
  @ApiOperation({ operationId: 'records_review', summary: '审核别人提交的记录：通过，或写明原因退回' })
  @ApiOkResponse({ standardSchema: RecordOut })
  @ApiConflictResponse({ standardSchema: ProblemOut })
  review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ReviewIn }) body: ReviewIn,
  ): Promise<RecordOut> {
    return this.reviews.review(actor, id, body)
  }

  @Put('records/:id/remarks/:remarkId')
  @RequirePermission('record.remark')
  @ApiOperation({
    operationId: 'records_remark',
    summary: '给待审、退回的记录留言，不用退回；只能加，不能改',
  })
  @ApiOkResponse({ standardSchema: RemarkOut })
  @ApiConflictResponse({ standardSchema: ProblemOut })
  remark(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: RecordId }) id: string,
    @Param('remarkId', { schema: RecordId }) remarkId: string,
    @Body({ schema: RemarkIn }) body: RemarkIn,
  ): Promise<RemarkOut> {
    return this.remarks.say(actor, id, remarkId, body)
  }

  @Get('reviews')
  @RequirePermission('record.review')
  @ApiOperation({ operationId: 'reviews_list', summary: '等待审核的记录' })
  @ApiOkResponse({ standardSchema: ReviewList })
  pending(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReviewQuery }) query: ReviewQuery,
  ): Promise<ReviewList> {
    return this.reader.pending(actor, query.areaCode)
  }
}
