import { Body, Controller, Get, Headers, HttpCode, Param, Put, type StreamableFile } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { keyFingerprint, Sealer } from '../../platform/crypto/sealer.js'
import { PledgeEvidence } from './evidence/pledge-evidence.js'
import { clientOf, pdfOf } from './pledge-answers.js'
import { PledgeEnds } from './pledge-ends.service.js'
import { PledgeReader } from './pledge-reader.service.js'
import { PledgeSigningService } from './pledge-signing.service.js'
import {
  PledgeCheck,
  PledgeEndIn,
  PledgeList,
  PledgeOut,
  PledgeParams,
  PledgeReceipt,
  PledgeSignatureIn,
  SealKeys,
  VerifyParams,
} from './pledges.dto.js'

@ApiTags('pledges')
@Controller('api/pledges')
export class PledgesController {
  constructor(
    private readonly reader: PledgeReader,
    private readonly signing: PledgeSigningService,
    private readonly ends: PledgeEnds,
  ) {}

  @Get()
  @RequirePermission('pledge.sign')
  @ApiOperation({ operationId: 'pledges_listMine', summary: '我的责任状' })
  @ApiOkResponse({ standardSchema: PledgeList })
  async mine(@CurrentActor() actor: Actor): Promise<PledgeList> {
    return { items: await this.reader.mine(actor) }
  }

  @Get(':id')
  @RequirePermission('pledge.sign')
  @ApiOperation({ operationId: 'pledges_get', summary: '责任状全文，只给签署人本人' })
  @ApiOkResponse({ standardSchema: PledgeOut })
  open(
    @CurrentActor() actor: Actor,
    @Param({ schema: PledgeParams }) { id }: PledgeParams,
  ): Promise<PledgeOut> {
    return this.reader.open(actor, id)
  }

  @Put(':id/signature')
  @RequirePermission('pledge.sign')
  @HttpCode(200)
  @ApiOperation({ operationId: 'pledges_sign', summary: '签名：全文、笔迹和时间由系统封存' })
  @ApiOkResponse({ standardSchema: PledgeReceipt })
  sign(
    @CurrentActor() actor: Actor,
    @Param({ schema: PledgeParams }) { id }: PledgeParams,
    @Headers('x-client') client: string | undefined,
    @Body({ schema: PledgeSignatureIn }) body: PledgeSignatureIn,
  ): Promise<PledgeReceipt> {
    return this.signing.sign(actor, id, clientOf(client), body)
  }

  @Put(':id/decline')
  @RequirePermission('pledge.sign')
  @HttpCode(204)
  @ApiOperation({ operationId: 'pledges_decline', summary: '不签，写明原因；以后还可以签' })
  @ApiNoContentResponse()
  async decline(
    @CurrentActor() actor: Actor,
    @Param({ schema: PledgeParams }) { id }: PledgeParams,
    @Body({ schema: PledgeEndIn }) { reason }: PledgeEndIn,
  ): Promise<void> {
    await this.ends.decline(actor, id, reason)
  }

  @Get(':id/pdf')
  @RequirePermission('pledge.sign')
  @ApiOperation({ operationId: 'pledges_pdf', summary: '打印版，给签署人本人和发起人' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A4', schema: { type: 'string', format: 'binary' } })
  async pdf(
    @CurrentActor() actor: Actor,
    @Param({ schema: PledgeParams }) { id }: PledgeParams,
  ): Promise<StreamableFile> {
    return pdfOf(await this.reader.print(actor, id))
  }

  @Get(':id/evidence')
  @RequirePermission('pledge.sign')
  @ApiOperation({
    operationId: 'pledges_evidence',
    summary: '证据包：不连系统也能核验，给签署人本人和发起人',
  })
  @ApiOkResponse({ standardSchema: PledgeEvidence })
  evidence(
    @CurrentActor() actor: Actor,
    @Param({ schema: PledgeParams }) { id }: PledgeParams,
  ): Promise<PledgeEvidence> {
    return this.reader.evidenceOf(actor, id)
  }
}

@ApiTags('public')
@Controller('api/public')
export class PublicPledgesController {
  constructor(
    private readonly reader: PledgeReader,
    private readonly sealer: Sealer,
  ) {}

  @Get('pledges/:verifyCode')
  @Public()
  @ApiOperation({ operationId: 'publicPledges_check', summary: '核验一份责任状，不显示签署人' })
  @ApiOkResponse({ standardSchema: PledgeCheck })
  check(@Param({ schema: VerifyParams }) { verifyCode }: VerifyParams): Promise<PledgeCheck> {
    return this.reader.check(verifyCode)
  }

  @Get('seal-keys')
  @Public()
  @ApiOperation({ operationId: 'publicPledges_keys', summary: '封存责任状的公钥和指纹，离线核验时对照' })
  @ApiOkResponse({ standardSchema: SealKeys })
  keys(): SealKeys {
    return {
      items: this.sealer.publicKeys.map((publicKey, index) => ({
        publicKey,
        fingerprint: keyFingerprint(publicKey),
        isCurrent: index === 0,
      })),
    }
  }
}
