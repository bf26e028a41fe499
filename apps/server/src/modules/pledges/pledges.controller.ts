import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common'
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { keyFingerprint, Sealer } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { PledgeEvidence } from './evidence/pledge-evidence.js'
import { PaperPledges } from './paper-pledges.service.js'
import { renderPledge } from './pledge-pdf.js'
import { PledgeReader } from './pledge-reader.service.js'
import { PledgeSigningService } from './pledge-signing.service.js'
import {
  CampaignIn,
  CampaignOut,
  CoverageQuery,
  PaperPledgeIn,
  PledgeCheck,
  PledgeCoverage,
  PledgeList,
  PledgeOut,
  PledgeParams,
  PledgeReceipt,
  PledgeSignatureIn,
  SealKeys,
  VerifyParams,
} from './pledges.dto.js'
import { campaignOf, PledgesService } from './pledges.service.js'

@ApiTags('pledges')
@Controller('api/pledges')
export class PledgesController {
  constructor(
    private readonly pledges: PledgesService,
    private readonly reader: PledgeReader,
    private readonly signing: PledgeSigningService,
    private readonly papers: PaperPledges,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('pledge.sign')
  @ApiOperation({ operationId: 'pledges_listMine', summary: '我的责任状' })
  @ApiOkResponse({ standardSchema: PledgeList })
  async mine(@CurrentActor() actor: Actor): Promise<PledgeList> {
    return { items: await this.reader.mine(actor) }
  }

  @Get('coverage')
  @RequirePermission('pledge.manage')
  @ApiOperation({ operationId: 'pledges_coverage', summary: '各村应签、已签份数，不显示姓名' })
  @ApiOkResponse({ standardSchema: PledgeCoverage })
  coverage(
    @CurrentActor() actor: Actor,
    @Query({ schema: CoverageQuery }) query: CoverageQuery,
  ): Promise<PledgeCoverage> {
    const areaCode = query.areaCode ?? actor.areaCode
    if (areaCode === null || !actor.scope.contains(areaCode)) throw notFound()
    const year = query.year ?? Number(this.clock.today().slice(0, 4))
    return this.pledges.coverage(this.transactions.read, areaCode, year)
  }

  @Post('campaigns')
  @RequirePermission('pledge.manage')
  @ApiOperation({ operationId: 'pledges_issue', summary: '按现任人员发出一年的责任状；再发一次只补新上任的' })
  @ApiCreatedResponse({ standardSchema: CampaignOut })
  async issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: CampaignIn }) body: CampaignIn,
  ): Promise<CampaignOut> {
    if (!actor.scope.contains(body.areaCode)) throw notFound()
    return this.transactions.run((tx) =>
      this.pledges.issueForYear(tx, { ...campaignOf(body.areaCode), year: body.year, actor }),
    )
  }

  @Post('papers')
  @RequirePermission('pledge.manage')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'pledges_registerPaper',
    summary: '登记一份在纸上签好的责任状，和手机上签的一样算',
  })
  @ApiNoContentResponse()
  async registerPaper(
    @CurrentActor() actor: Actor,
    @Body({ schema: PaperPledgeIn }) body: PaperPledgeIn,
  ): Promise<void> {
    await this.papers.register(actor, body)
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
    return this.signing.sign(actor, id, client === 'weapp' ? 'weapp' : 'h5', body)
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
    const { document, evidence } = await this.reader.print(actor, id)
    const printedAt = evidence ? new Date(evidence.printedAt) : this.clock.now()
    // pdfkit's document is a Node stream; its type says so only in part.
    const stream = renderPledge(document, printedAt, evidence && canonicalJson(evidence)) as never
    return new StreamableFile(stream, {
      type: 'application/pdf',
      disposition: `inline; filename="${document.seal?.number ?? 'pledge'}.pdf"`,
    })
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
