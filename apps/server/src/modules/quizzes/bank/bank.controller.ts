import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common'
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../../platform/auth/access.decorators.js'
import type { Actor } from '../../../platform/auth/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { XLSX_TYPE } from '../../../platform/http/file-bodies.js'
import {
  BankFilter,
  BankImport,
  BankItemOut,
  BankList,
  BankQuery,
  CardsQuery,
  ImportParams,
  ItemParams,
  ItemReviewIn,
  NewItem,
  NewVersion,
  RetirementIn,
  StudyCards,
} from './bank.dto.js'
import { BankImports } from './bank-imports.service.js'
import { BankKeeping } from './bank-keeping.service.js'
import { BankReader } from './bank-reader.service.js'

/** The bank belongs to the county that runs the programme: its office and its towns' offices keep it together. */
@ApiTags('quiz-bank')
@Controller('api/quiz/bank')
export class BankController {
  constructor(
    private readonly reader: BankReader,
    private readonly keeping: BankKeeping,
    private readonly imports: BankImports,
  ) {}

  @Get('items')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_list', summary: '题库：按对象、主题、状态筛选' })
  @ApiOkResponse({ standardSchema: BankList })
  list(@CurrentActor() actor: Actor, @Query({ schema: BankQuery }) query: BankQuery): Promise<BankList> {
    return this.reader.list(actor, query)
  }

  @Get('items/:id')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_item', summary: '一道题和它的各版：谁写的、谁审的、什么时候' })
  @ApiOkResponse({ standardSchema: BankItemOut })
  item(
    @CurrentActor() actor: Actor,
    @Param({ schema: ItemParams }) { id }: ItemParams,
  ): Promise<BankItemOut> {
    return this.reader.item(actor, id)
  }

  @Post('items')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_create', summary: '写一道新题，等另一个人审核' })
  @ApiCreatedResponse({ standardSchema: BankItemOut })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewItem }) { item }: NewItem,
  ): Promise<BankItemOut> {
    return this.reader.item(actor, await this.keeping.create(actor, item))
  }

  @Post('items/:id/versions')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_change', summary: '改一道题：成为新的一版，等另一个人审核' })
  @ApiCreatedResponse({ standardSchema: BankItemOut })
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: ItemParams }) { id }: ItemParams,
    @Body({ schema: NewVersion }) { basedOn, item }: NewVersion,
  ): Promise<BankItemOut> {
    await this.keeping.change(actor, id, basedOn, item)
    return this.reader.item(actor, id)
  }

  @Post('items/:id/review')
  @HttpCode(200)
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_review', summary: '审核别人写的题：通过，或写明原因退回' })
  @ApiOkResponse({ standardSchema: BankItemOut })
  async review(
    @CurrentActor() actor: Actor,
    @Param({ schema: ItemParams }) { id }: ItemParams,
    @Body({ schema: ItemReviewIn }) body: ItemReviewIn,
  ): Promise<BankItemOut> {
    await this.keeping.review(actor, id, body)
    return this.reader.item(actor, id)
  }

  @Post('items/:id/retirement')
  @HttpCode(200)
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_retire', summary: '停用一道题，写明原因；已经发出的卷子不受影响' })
  @ApiOkResponse({ standardSchema: BankItemOut })
  async retire(
    @CurrentActor() actor: Actor,
    @Param({ schema: ItemParams }) { id }: ItemParams,
    @Body({ schema: RetirementIn }) body: RetirementIn,
  ): Promise<BankItemOut> {
    await this.keeping.retire(actor, id, body)
    return this.reader.item(actor, id)
  }

  @Get('workbook')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_workbook', summary: '导出题库，改好可以再导入' })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  async workbook(@Query({ schema: BankFilter }) filter: BankFilter): Promise<StreamableFile> {
    return sent('题库.xlsx', await this.imports.workbook(filter))
  }

  @Get('template')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_template', summary: '一张空表，用来写新题' })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  async template(): Promise<StreamableFile> {
    return sent('题库-空表.xlsx', await this.imports.template())
  }

  @Post('imports')
  @HttpCode(200)
  @RequirePermission('quizBank.keep')
  @ApiOperation({
    operationId: 'quizBank_upload',
    summary: '上传填好的题库表，逐行检查，先看不写',
    description: '正文就是.xlsx文件，最多5MB、1000行。有要改的地方时，可下载写明错处的表；没有时再确认。',
  })
  @ApiConsumes(XLSX_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: BankImport })
  upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<BankImport> {
    if (!Buffer.isBuffer(request.body)) throw new DomainError('BODY_TYPE_UNKNOWN')
    return this.imports.upload(actor, request.body)
  }

  @Get('imports/:id/workbook')
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_faults', summary: '自己上传的题库表，写明每行要改什么' })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ description: 'xlsx', schema: { type: 'string', format: 'binary' } })
  async faults(
    @CurrentActor() actor: Actor,
    @Param({ schema: ImportParams }) { id }: ImportParams,
  ): Promise<StreamableFile> {
    return sent('题库-要改的地方.xlsx', await this.imports.faulty(actor, id))
  }

  @Post('imports/:id/confirm')
  @HttpCode(200)
  @RequirePermission('quizBank.keep')
  @ApiOperation({ operationId: 'quizBank_confirm', summary: '确认写入：全部写入等审核，或都不写' })
  @ApiOkResponse({ standardSchema: BankImport })
  confirm(
    @CurrentActor() actor: Actor,
    @Param({ schema: ImportParams }) { id }: ImportParams,
  ): Promise<BankImport> {
    return this.imports.confirm(actor, id)
  }
}

/** Learning is open to everybody. */
@ApiTags('quiz')
@Controller('api/quiz/cards')
export class StudyCardsController {
  constructor(private readonly reader: BankReader) {}

  @Get()
  @Public('token')
  @ApiOperation({
    operationId: 'quizCards_list',
    summary: '学习卡：一类对象可能问到的题、答案、讲解和法律依据',
  })
  @ApiOkResponse({ standardSchema: StudyCards })
  cards(@Query({ schema: CardsQuery }) { audience }: CardsQuery): Promise<StudyCards> {
    return this.reader.cards(audience)
  }
}

const sent = (name: string, content: Buffer): StreamableFile =>
  new StreamableFile(content, {
    type: XLSX_TYPE,
    disposition: `attachment; filename="quiz-bank.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
