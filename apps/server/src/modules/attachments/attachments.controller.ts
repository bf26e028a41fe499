import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common'
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ProblemOut, RecordId } from '../records/records.dto.js'
import { sendAttachment } from './attachment-answer.js'
import { AttachmentReader } from './attachment-reader.js'
import { AttachmentQuery, ChunkIndex, UploadIn, UploadOut } from './attachments.dto.js'
import { UploadsService } from './uploads.service.js'

@ApiTags('attachments')
@Controller('api/attachments')
export class AttachmentsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly reader: AttachmentReader,
  ) {}

  @Put(':id')
  @RequirePermission('record.submit')
  @ApiOperation({
    operationId: 'attachments_put',
    summary: '开始传一张照片，或问还差哪几块',
    description:
      '照片的编号先写在记录里，记录收到以后再传照片。同样的内容再问一次不会重来；编号相同、内容不同时答 ATTACHMENT_CONFLICT。',
  })
  @ApiOkResponse({ standardSchema: UploadOut })
  @ApiConflictResponse({ standardSchema: ProblemOut })
  put(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: UploadIn }) body: UploadIn,
  ): Promise<UploadOut> {
    return this.uploads.declare(actor, id, body)
  }

  @Put(':id/chunks/:index')
  @HttpCode(204)
  @RequirePermission('record.submit')
  @ApiOperation({ operationId: 'attachments_putChunk', summary: '传一块，顺序不限，重复不碍事' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiNoContentResponse()
  @ApiUnprocessableEntityResponse({ standardSchema: ProblemOut })
  putChunk(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: RecordId }) id: string,
    @Param('index', { schema: ChunkIndex }) index: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.uploads.putChunk(actor, id, index, bytesOf(request.body))
  }

  @Post(':id/completion')
  @HttpCode(200)
  @RequirePermission('record.submit')
  @ApiOperation({
    operationId: 'attachments_complete',
    summary: '传完了：核对后存下，照片里的位置、时间等附带信息一律去掉',
  })
  @ApiOkResponse({ standardSchema: UploadOut })
  @ApiConflictResponse({ standardSchema: ProblemOut })
  @ApiUnprocessableEntityResponse({ standardSchema: ProblemOut })
  complete(@CurrentActor() actor: Actor, @Param('id', { schema: RecordId }) id: string): Promise<UploadOut> {
    return this.uploads.complete(actor, id)
  }

  @Get(':id')
  @RequirePermission('record.read')
  @ApiOperation({
    operationId: 'attachments_get',
    summary: '看一张照片，能看那条记录才能看；人员记录的照片，打开会留痕',
  })
  @ApiProduces('image/jpeg', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: AttachmentQuery }) query: AttachmentQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAttachment(reply, await this.reader.open(actor, id, query.size, { owner: 'record' }), known)
  }
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
