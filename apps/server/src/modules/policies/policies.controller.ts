import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { DictionariesService } from './dictionaries.service.js'
import {
  ConfirmationIn,
  DictionariesOut,
  DictionaryParams,
  DraftIn,
  DraftOut,
  DraftParams,
  PolicyBookOut,
  ReleaseIn,
  WithdrawalIn,
} from './policies.dto.js'
import { PolicyOffice } from './policy-office.service.js'

/** The numbers by which a county's villages are judged, and the dictionaries; kept by the county's office. */
@ApiTags('policies')
@Controller('api')
export class PoliciesController {
  constructor(
    private readonly office: PolicyOffice,
    private readonly words: DictionariesService,
  ) {}

  @Get('policies')
  @RequirePermission('policy.keep')
  @ApiOperation({
    operationId: 'policies_get',
    summary: '规则里的每个数字：含义、出处、现在是多少；草案和历次发布',
  })
  @ApiOkResponse({ standardSchema: PolicyBookOut })
  book(@CurrentActor() actor: Actor): Promise<PolicyBookOut> {
    return this.office.book(actor)
  }

  @Get('policies/drafts/:id')
  @RequirePermission('policy.keep')
  @ApiOperation({ operationId: 'policyDraft_get', summary: '一份草案和试算：哪些村、哪些条会变' })
  @ApiOkResponse({ standardSchema: DraftOut })
  draft(
    @CurrentActor() actor: Actor,
    @Param({ schema: DraftParams }) { id }: DraftParams,
  ): Promise<DraftOut> {
    return this.office.draft(actor, id)
  }

  @Put('policies/drafts/:id')
  @HttpCode(200)
  @RequirePermission('policy.keep')
  @ApiOperation({ operationId: 'policyDraft_save', summary: '存一份草案，存好就开始试算' })
  @ApiOkResponse({ standardSchema: DraftOut })
  save(
    @CurrentActor() actor: Actor,
    @Param({ schema: DraftParams }) { id }: DraftParams,
    @Body({ schema: DraftIn }) body: DraftIn,
  ): Promise<DraftOut> {
    return this.office.save(actor, id, body)
  }

  @Post('policies/drafts/:id/release')
  @HttpCode(200)
  @RequirePermission('policy.keep')
  @ApiOperation({ operationId: 'policyDraft_release', summary: '发布别人写的草案，到日子执行' })
  @ApiOkResponse({ standardSchema: DraftOut })
  release(
    @CurrentActor() actor: Actor,
    @Param({ schema: DraftParams }) { id }: DraftParams,
    @Body({ schema: ReleaseIn }) { version }: ReleaseIn,
  ): Promise<DraftOut> {
    return this.office.release(actor, id, version)
  }

  @Post('policies/drafts/:id/withdrawal')
  @HttpCode(200)
  @RequirePermission('policy.keep')
  @ApiOperation({ operationId: 'policyDraft_withdraw', summary: '撤回草案，或还没到日子的发布，写明原因' })
  @ApiOkResponse({ standardSchema: DraftOut })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: DraftParams }) { id }: DraftParams,
    @Body({ schema: WithdrawalIn }) body: WithdrawalIn,
  ): Promise<DraftOut> {
    return this.office.withdraw(actor, id, body)
  }

  @Get('dictionaries')
  @RequirePermission('policy.keep')
  @ApiOperation({ operationId: 'dictionaries_list', summary: '文件没有列出的词条：是否核定、谁核定的' })
  @ApiOkResponse({ standardSchema: DictionariesOut })
  dictionaries(@CurrentActor() actor: Actor): Promise<DictionariesOut> {
    return this.words.list(actor)
  }

  @Put('dictionaries/:dictionary/confirmations/:id')
  @HttpCode(200)
  @RequirePermission('policy.keep')
  @ApiOperation({ operationId: 'dictionary_confirm', summary: '按文件核定一组词条' })
  @ApiOkResponse({ standardSchema: DictionariesOut })
  confirm(
    @CurrentActor() actor: Actor,
    @Param({ schema: DictionaryParams }) { dictionary, id }: DictionaryParams,
    @Body({ schema: ConfirmationIn }) body: ConfirmationIn,
  ): Promise<DictionariesOut> {
    return this.words.confirm(actor, dictionary, id, body)
  }
}
