import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Req,
  StreamableFile,
} from '@nestjs/common'
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { QuizAttemptIn, QuizAttemptOut, QuizAttemptParams } from '../quizzes/quizzes.dto.js'
import { renderCertificate } from './certificate-pdf.js'
import { OwnVenueService } from './own-venue.service.js'
import { StaffQuizService } from './staff-quiz.service.js'
import { VenueStaffService } from './venue-staff.service.js'
import {
  OwnVenue,
  StaffCertificate,
  StaffCertificateIn,
  StaffIn,
  StaffJoin,
  StaffName,
  StaffPaper,
  StaffParams,
} from './venues.dto.js'

@ApiTags('venues')
@Controller('api/own-venue')
export class VenuesController {
  constructor(
    private readonly venue: OwnVenueService,
    private readonly staff: VenueStaffService,
  ) {}

  @Get()
  @RequirePermission('venue.manage')
  @ApiOperation({ operationId: 'ownVenue_get', summary: '我的场所：要办的事、问题、检查、人员' })
  @ApiOkResponse({ standardSchema: OwnVenue })
  get(@CurrentActor() actor: Actor): Promise<OwnVenue> {
    return this.venue.page(actor)
  }

  @Post('staff')
  @RequirePermission('venue.manage')
  @HttpCode(200)
  @ApiOperation({ operationId: 'ownVenue_addStaff', summary: '登记一名从业人员' })
  @ApiOkResponse({ standardSchema: OwnVenue })
  async add(@CurrentActor() actor: Actor, @Body({ schema: StaffIn }) body: StaffIn): Promise<OwnVenue> {
    await this.staff.add(actor, body)
    return this.venue.page(actor)
  }

  @Post('staff/:id/leave')
  @RequirePermission('venue.manage')
  @HttpCode(200)
  @ApiOperation({ operationId: 'ownVenue_staffLeft', summary: '从业人员离职：姓名随即删除' })
  @ApiOkResponse({ standardSchema: OwnVenue })
  async leave(
    @CurrentActor() actor: Actor,
    @Param({ schema: StaffParams }) { id }: StaffParams,
  ): Promise<OwnVenue> {
    await this.staff.leave(actor, id)
    return this.venue.page(actor)
  }

  @Post('staff/:id/reveal')
  @RequirePermission('venue.manage')
  @HttpCode(200)
  @ApiOperation({ operationId: 'ownVenue_revealStaff', summary: '看一名从业人员的姓名，留有记录' })
  @ApiOkResponse({ standardSchema: StaffName })
  async reveal(
    @CurrentActor() actor: Actor,
    @Param({ schema: StaffParams }) { id }: StaffParams,
  ): Promise<StaffName> {
    return { name: await this.staff.reveal(actor, id) }
  }
}

/** Staff have no account of their own, so these routes are public: the digits their manager gave them let them in. */
@ApiTags('venues')
@Controller('api/staff-papers')
export class StaffPapersController {
  constructor(private readonly quiz: StaffQuizService) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'staffPapers_draw', summary: '从业人员凭答题码领一份题' })
  @ApiCreatedResponse({ standardSchema: StaffPaper })
  draw(
    @Body({ schema: StaffJoin }) { code }: StaffJoin,
    @Req() request: FastifyRequest,
  ): Promise<StaffPaper> {
    return this.quiz.draw(code, request.ip)
  }

  @Put(':id')
  @Public()
  @ApiOperation({ operationId: 'staffPapers_submit', summary: '从业人员交卷：一年计一次' })
  @ApiOkResponse({ standardSchema: QuizAttemptOut })
  async submit(
    @Param({ schema: QuizAttemptParams }) { id }: QuizAttemptParams,
    @Body({ schema: QuizAttemptIn }) body: QuizAttemptIn,
  ): Promise<QuizAttemptOut> {
    return (await this.quiz.submit(id, body)).attempt
  }

  @Post(':id/certificate')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'staffPapers_certificate', summary: '从业人员凭自己答的那份题领合格证' })
  @ApiOkResponse({ standardSchema: StaffCertificate })
  certificate(
    @Param({ schema: QuizAttemptParams }) { id }: QuizAttemptParams,
    @Body({ schema: StaffCertificateIn }) { token }: StaffCertificateIn,
  ): Promise<StaffCertificate> {
    return this.quiz.certificate(id, token)
  }
  /** The token is no part of the address: addresses are logged. */
  @Get(':id/certificate')
  @Public()
  @ApiOperation({
    operationId: 'staffPapers_certificateFile',
    summary: '从业人员凭自己答的那份题领合格证，PDF',
  })
  @ApiHeader({ name: 'X-Paper', required: true, description: '答的那份题的token：只有答题的手机上有' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A4', schema: { type: 'string', format: 'binary' } })
  async certificateFile(
    @Param({ schema: QuizAttemptParams }) { id }: QuizAttemptParams,
    @Headers('x-paper') token: string | undefined,
  ): Promise<StreamableFile> {
    const certificate = await this.quiz.certificate(id, token ?? '')
    // pdfkit's document is a Node stream; its type says so only in part.
    return new StreamableFile(renderCertificate(certificate) as never, {
      type: 'application/pdf',
      disposition: `inline; filename="certificate-${certificate.number}.pdf"`,
    })
  }
}
