import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { sendAttachment } from '../attachments/attachment-answer.js'
import { AttachmentReader } from '../attachments/attachment-reader.js'
import { AttachmentQuery } from '../attachments/attachments.dto.js'
import { AppealsService } from './appeals.service.js'
import {
  ActIn,
  AppealDecisionIn,
  AppealIn,
  ClaimsIn,
  CorrectionIn,
  ReviewIn,
  SpotFindingIn,
  ThingParams,
  YearParams,
} from './assessment.dto.js'
import { VillageYearOut } from './assessment-views.dto.js'
import { SelfAssessmentService } from './self-assessment.service.js'
import { SpotChecksService } from './spot-checks.service.js'
import { TownReviewService } from './town-review.service.js'
import { yearKey } from './year-photos.service.js'
import { YearReader } from './year-reader.service.js'

/** One village's way through its year. Every step answers with the year as it stands after it. */
@ApiTags('assessment')
@Controller('api/villages/:code/assessments/:year')
export class VillageYearController {
  constructor(
    private readonly reader: YearReader,
    private readonly own: SelfAssessmentService,
    private readonly town: TownReviewService,
    private readonly appeals: AppealsService,
    private readonly checks: SpotChecksService,
    private readonly photos: AttachmentReader,
  ) {}

  @Get()
  @RequirePermission('assessment.read')
  @ApiOperation({ operationId: 'assessment_get', summary: '一个村一年的考核：每项的分、依据、走过的每一步' })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
  ): Promise<VillageYearOut> {
    return this.reader.read(actor, params)
  }

  @Get('photos/:id')
  @RequirePermission('assessment.read')
  @ApiOperation({
    operationId: 'assessment_photo',
    summary: '看自评纸质材料的一张照片，能看这个村的考核才能看',
  })
  @ApiProduces('image/jpeg', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(
    @CurrentActor() actor: Actor,
    @Param({ schema: ThingParams }) { id, ...params }: ThingParams,
    @Query({ schema: AttachmentQuery }) { size }: AttachmentQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const of = { owner: 'year', recordId: yearKey(params) } as const
    sendAttachment(reply, await this.photos.open(actor, id, size, of), known)
  }

  @Put('claims')
  @RequirePermission('assessment.claim')
  @ApiOperation({
    operationId: 'assessment_claim',
    summary: '写自评：每项几分、说明、纸质材料；没提交可以一直改',
  })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async claim(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: ClaimsIn }) body: ClaimsIn,
  ): Promise<VillageYearOut> {
    await this.own.write(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Post('submission')
  @RequirePermission('assessment.claim')
  @HttpCode(200)
  @ApiOperation({ operationId: 'assessment_submit', summary: '把自评交给镇里审' })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async submit(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: ActIn }) body: ActIn,
  ): Promise<VillageYearOut> {
    await this.own.submit(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Post('review')
  @RequirePermission('assessment.review')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assessment_review',
    summary: '审自评：退回并写原因，或同意上报并冻结；不能审自己交的',
  })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async review(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: ReviewIn }) body: ReviewIn,
  ): Promise<VillageYearOut> {
    await this.town.review(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Post('correction')
  @RequirePermission('assessment.review')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assessment_correct',
    summary: '更正已冻结的：另冻结一版，写明更正的是哪一版、为什么',
  })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async correct(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: CorrectionIn }) body: CorrectionIn,
  ): Promise<VillageYearOut> {
    await this.town.correct(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Post('publication')
  @RequirePermission('assessment.review')
  @HttpCode(200)
  @ApiOperation({ operationId: 'assessment_publish', summary: '公示市里的结果' })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: ActIn }) body: ActIn,
  ): Promise<VillageYearOut> {
    await this.town.publish(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Post('closing')
  @RequirePermission('assessment.review')
  @HttpCode(200)
  @ApiOperation({ operationId: 'assessment_close', summary: '公示期满、意见都答复了，办结归档' })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async close(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: ActIn }) body: ActIn,
  ): Promise<VillageYearOut> {
    await this.town.close(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Put('appeals/:id')
  @RequirePermission('assessment.appeal')
  @ApiOperation({ operationId: 'assessment_appeal', summary: '登记公示期内收到的意见' })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async appeal(
    @CurrentActor() actor: Actor,
    @Param({ schema: ThingParams }) params: ThingParams,
    @Body({ schema: AppealIn }) body: AppealIn,
  ): Promise<VillageYearOut> {
    await this.appeals.raise(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Post('appeals/:id/decision')
  @RequirePermission('plaque.decide')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assessment_decideAppeal',
    summary: '答复一条意见，附文号；不能答复自己登记的',
  })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: ThingParams }) params: ThingParams,
    @Body({ schema: AppealDecisionIn }) body: AppealDecisionIn,
  ): Promise<VillageYearOut> {
    await this.appeals.decide(actor, params, body)
    return this.reader.read(actor, params)
  }

  @Put('findings/:id')
  @RequirePermission('assessment.review')
  @ApiOperation({ operationId: 'assessment_find', summary: '记下现场抽查看到的' })
  @ApiOkResponse({ standardSchema: VillageYearOut })
  async find(
    @CurrentActor() actor: Actor,
    @Param({ schema: ThingParams }) params: ThingParams,
    @Body({ schema: SpotFindingIn }) body: SpotFindingIn,
  ): Promise<VillageYearOut> {
    await this.checks.find(actor, params, body)
    return this.reader.read(actor, params)
  }
}
