import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { PaperPledges } from './paper-pledges.service.js'
import { PledgeCoverageService } from './pledge-coverage.service.js'
import { PledgeEnds } from './pledge-ends.service.js'
import { PledgeSealJobs } from './pledge-seal.jobs.js'
import { PledgeWordings } from './pledge-wordings.service.js'
import {
  CampaignIn,
  CampaignOut,
  CoverageQuery,
  PaperPledgeIn,
  PledgeCoverage,
  PledgeEndIn,
  PledgeMissing,
  PledgeParams,
  PledgeRemindersOut,
  StuckPledges,
  WordingDraft,
  WordingList,
  WordingPreview,
  WordingRelease,
  WordingReleased,
} from './pledges.dto.js'
import { campaignOf, PledgesService } from './pledges.service.js'

/** For those who ask for pledges: a year's campaign, who is missing, papers, wordings. */
@ApiTags('pledges')
@Controller('api/pledges')
export class PledgeOfficeController {
  constructor(
    private readonly pledges: PledgesService,
    private readonly standing: PledgeCoverageService,
    private readonly papers: PaperPledges,
    private readonly ends: PledgeEnds,
    private readonly seals: PledgeSealJobs,
    private readonly texts: PledgeWordings,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get('coverage')
  @RequirePermission('pledge.manage')
  @ApiOperation({ operationId: 'pledges_coverage', summary: '各村应签、已签份数，不显示姓名' })
  @ApiOkResponse({ standardSchema: PledgeCoverage })
  coverage(
    @CurrentActor() actor: Actor,
    @Query({ schema: CoverageQuery }) query: CoverageQuery,
  ): Promise<PledgeCoverage> {
    const { areaCode, year } = this.asked(actor, query)
    return this.standing.coverage(this.transactions.read, areaCode, year)
  }

  @Get('missing')
  @RequirePermission('pledge.manage')
  @ApiOperation({ operationId: 'pledges_missing', summary: '还差谁：按职务和地方，场所和学校不显示姓名' })
  @ApiOkResponse({ standardSchema: PledgeMissing })
  missing(
    @CurrentActor() actor: Actor,
    @Query({ schema: CoverageQuery }) query: CoverageQuery,
  ): Promise<PledgeMissing> {
    const { areaCode, year } = this.asked(actor, query)
    return this.standing.missing(this.transactions.read, areaCode, year)
  }

  @Post('reminders')
  @RequirePermission('pledge.manage')
  @HttpCode(200)
  @ApiOperation({ operationId: 'pledges_remind', summary: '提醒还没签的人；同一份一天只提醒一次' })
  @ApiOkResponse({ standardSchema: PledgeRemindersOut })
  remind(
    @CurrentActor() actor: Actor,
    @Body({ schema: CampaignIn }) body: CampaignIn,
  ): Promise<PledgeRemindersOut> {
    const { areaCode, year } = this.asked(actor, body)
    return this.transactions.run((tx) => this.standing.remind(tx, actor, areaCode, year))
  }

  @Post('campaigns')
  @RequirePermission('pledge.manage')
  @ApiOperation({ operationId: 'pledges_issue', summary: '按现任人员发出一年的责任状；再发一次只补新上任的' })
  @ApiCreatedResponse({ standardSchema: CampaignOut })
  async issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: CampaignIn }) body: CampaignIn,
  ): Promise<CampaignOut> {
    const { areaCode, year } = this.asked(actor, body)
    return this.transactions.run((tx) =>
      this.pledges.issueForYear(tx, { ...campaignOf(areaCode), year, actor }),
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

  @Put(':id/revocation')
  @RequirePermission('pledge.office')
  @HttpCode(204)
  @ApiOperation({ operationId: 'pledges_revoke', summary: '撤回一份已封存的，写明原因；原件保留' })
  @ApiNoContentResponse()
  async revoke(
    @CurrentActor() actor: Actor,
    @Param({ schema: PledgeParams }) { id }: PledgeParams,
    @Body({ schema: PledgeEndIn }) { reason }: PledgeEndIn,
  ): Promise<void> {
    await this.ends.revoke(actor, id, reason)
  }

  @Get('stuck')
  @RequirePermission('pledge.office')
  @ApiOperation({ operationId: 'pledges_stuck', summary: '签了名一分钟以上还没有封存的' })
  @ApiOkResponse({ standardSchema: StuckPledges })
  stuck(@CurrentActor() actor: Actor): Promise<StuckPledges> {
    return this.seals.stuck(actor.scope)
  }

  @Get('wordings')
  @RequirePermission('pledge.office')
  @ApiOperation({ operationId: 'pledges_wordings', summary: '各级文本的所有版本' })
  @ApiOkResponse({ standardSchema: WordingList })
  wordings(@CurrentActor() actor: Actor): Promise<WordingList> {
    return this.texts.list(actor)
  }

  @Post('wordings/preview')
  @RequirePermission('pledge.office')
  @HttpCode(200)
  @ApiOperation({ operationId: 'pledges_previewWording', summary: '预览一份文本，指出缺什么' })
  @ApiOkResponse({ standardSchema: WordingPreview })
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: WordingDraft }) body: WordingDraft,
  ): Promise<WordingPreview> {
    return this.texts.preview(actor, body)
  }

  @Post('wordings')
  @RequirePermission('pledge.office')
  @ApiOperation({ operationId: 'pledges_releaseWording', summary: '发布本镇的新文本；签过的不变' })
  @ApiCreatedResponse({ standardSchema: WordingReleased })
  release(
    @CurrentActor() actor: Actor,
    @Body({ schema: WordingRelease }) body: WordingRelease,
  ): Promise<WordingReleased> {
    return this.texts.release(actor, body)
  }

  /** @throws DomainError NOT_FOUND for an area elsewhere */
  private asked(actor: Actor, query: CoverageQuery): { areaCode: string; year: number } {
    const areaCode = query.areaCode ?? actor.areaCode
    if (areaCode === null || !actor.scope.contains(areaCode)) throw notFound()
    return { areaCode, year: query.year ?? Number(this.clock.today().slice(0, 4)) }
  }
}
