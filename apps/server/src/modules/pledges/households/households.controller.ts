import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../../platform/auth/access.decorators.js'
import type { Actor } from '../../../platform/auth/actor.js'
import { clientOf, pdfOf } from '../pledge-answers.js'
import { PledgeReceipt } from '../pledges.dto.js'
import { HouseholdSignatures } from './household-signatures.service.js'
import {
  DoorSignatureIn,
  DoorTextIn,
  HouseholdCopyIn,
  HouseholdNumberIn,
  HouseholdPaperRemovalIn,
  HouseholdPapersIn,
  HouseholdSlips,
  Households,
  HouseholdsIn,
  HouseholdsQuery,
  HouseholdText,
  SlipSignatureIn,
  SlipTextIn,
} from './households.dto.js'
import { HouseholdsService } from './households.service.js'

/** For those who work in the village: numbers, slips, papers, and signing at the door. */
@ApiTags('pledges')
@Controller('api/households')
export class HouseholdsController {
  constructor(
    private readonly households: HouseholdsService,
    private readonly signatures: HouseholdSignatures,
  ) {}

  @Get()
  @RequirePermission('household.visit')
  @ApiOperation({ operationId: 'households_show', summary: '一个村各户签了没有，只有户号' })
  @ApiOkResponse({ standardSchema: Households })
  show(
    @CurrentActor() actor: Actor,
    @Query({ schema: HouseholdsQuery }) { areaCode, year }: HouseholdsQuery,
  ): Promise<Households> {
    return this.households.show(actor, areaCode, year)
  }

  @Put()
  @RequirePermission('household.keep')
  @ApiOperation({
    operationId: 'households_setSize',
    summary: '开始今年各户签，或改一共几户；签过的户不会去掉',
  })
  @ApiOkResponse({ standardSchema: Households })
  setSize(
    @CurrentActor() actor: Actor,
    @Body({ schema: HouseholdsIn }) body: HouseholdsIn,
  ): Promise<Households> {
    return this.households.setSize(actor, body)
  }

  @Get('slips')
  @RequirePermission('household.keep')
  @ApiOperation({
    operationId: 'households_slips',
    summary: '签名条：还没签的户号和各自的签名码，看过留有记录',
  })
  @ApiOkResponse({ standardSchema: HouseholdSlips })
  slips(
    @CurrentActor() actor: Actor,
    @Query({ schema: HouseholdsQuery }) { areaCode }: HouseholdsQuery,
  ): Promise<HouseholdSlips> {
    return this.households.slips(actor, areaCode)
  }

  @Post('slips')
  @RequirePermission('household.keep')
  @HttpCode(200)
  @ApiOperation({ operationId: 'households_renewSlip', summary: '重新发一户的签名条，原来的作废' })
  @ApiOkResponse({ standardSchema: HouseholdSlips })
  renewSlip(
    @CurrentActor() actor: Actor,
    @Body({ schema: HouseholdNumberIn }) body: HouseholdNumberIn,
  ): Promise<HouseholdSlips> {
    return this.households.renewSlip(actor, body)
  }

  @Post('papers')
  @RequirePermission('household.keep')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'households_registerPapers',
    summary: '按户号登记在纸上签好的，和手机上签的一样算',
  })
  @ApiOkResponse({ standardSchema: Households })
  registerPapers(
    @CurrentActor() actor: Actor,
    @Body({ schema: HouseholdPapersIn }) body: HouseholdPapersIn,
  ): Promise<Households> {
    return this.households.registerPapers(actor, body)
  }

  @Post('paper-removals')
  @RequirePermission('household.keep')
  @HttpCode(200)
  @ApiOperation({ operationId: 'households_removePaper', summary: '登记错了的纸质承诺书，写明原因去掉' })
  @ApiOkResponse({ standardSchema: Households })
  removePaper(
    @CurrentActor() actor: Actor,
    @Body({ schema: HouseholdPaperRemovalIn }) body: HouseholdPaperRemovalIn,
  ): Promise<Households> {
    return this.households.removePaper(actor, body)
  }

  @Post('door-texts')
  @RequirePermission('household.visit')
  @HttpCode(200)
  @ApiOperation({ operationId: 'households_doorText', summary: '上门：一户的承诺书全文，写上户主姓名' })
  @ApiOkResponse({ standardSchema: HouseholdText })
  doorText(
    @CurrentActor() actor: Actor,
    @Body({ schema: DoorTextIn }) body: DoorTextIn,
  ): Promise<HouseholdText> {
    return this.signatures.textAtDoor(actor, body)
  }

  @Post('door-signatures')
  @RequirePermission('household.visit')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'households_signAtDoor',
    summary: '上门：户主在工作人员的手机上签，记下是谁在场',
  })
  @ApiOkResponse({ standardSchema: PledgeReceipt })
  signAtDoor(
    @CurrentActor() actor: Actor,
    @Headers('x-client') client: string | undefined,
    @Body({ schema: DoorSignatureIn }) body: DoorSignatureIn,
  ): Promise<PledgeReceipt> {
    return this.signatures.signAtDoor(actor, body, clientOf(client))
  }
}

/** A householder has no account, so these routes are public: the digits of his slip let him in. */
@ApiTags('pledges')
@Controller('api/household-pledges')
export class HouseholdPledgesController {
  constructor(private readonly signatures: HouseholdSignatures) {}

  @Post('text')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'householdPledges_text', summary: '凭签名条看全文，写上自己的姓名，不登录' })
  @ApiOkResponse({ standardSchema: HouseholdText })
  text(
    @Body({ schema: SlipTextIn }) body: SlipTextIn,
    @Req() request: FastifyRequest,
  ): Promise<HouseholdText> {
    return this.signatures.text(body, request.ip)
  }

  @Post('signature')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'householdPledges_sign', summary: '凭签名条签名：一个码签一份' })
  @ApiOkResponse({ standardSchema: PledgeReceipt })
  sign(
    @Body({ schema: SlipSignatureIn }) body: SlipSignatureIn,
    @Headers('x-client') client: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PledgeReceipt> {
    return this.signatures.sign(body, request.ip, clientOf(client))
  }

  @Post('copy')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'householdPledges_copy', summary: '签的那部手机取自己的一份，PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A4', schema: { type: 'string', format: 'binary' } })
  async copy(
    @Body({ schema: HouseholdCopyIn }) body: HouseholdCopyIn,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return pdfOf(await this.signatures.copy(body, request.ip))
  }
}
