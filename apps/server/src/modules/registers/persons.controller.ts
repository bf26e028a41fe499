import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import {
  LookupIn,
  LookupOut,
  PersonFile,
  PersonFileQuery,
  PersonId,
  PersonList,
  PersonQuery,
  ReadingList,
  RevealIn,
  RevealList,
  RevealOut,
  RevealQuery,
} from './persons.dto.js'
import { PersonsService } from './persons.service.js'
import { RevealsService } from './reveals.service.js'

@ApiTags('persons')
@Controller('api')
export class PersonsController {
  constructor(
    private readonly persons: PersonsService,
    private readonly reveals: RevealsService,
  ) {}

  @Get('persons')
  @RequirePermission('person.read')
  @ApiOperation({ operationId: 'persons_list', summary: '名册（编号），不含已封存的' })
  @ApiOkResponse({ standardSchema: PersonList })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PersonQuery }) query: PersonQuery,
  ): Promise<PersonList> {
    return this.persons.list(actor, query)
  }

  @Post('persons/lookup')
  @HttpCode(200)
  @RequirePermission('person.reveal')
  @ApiOperation({ operationId: 'persons_lookup', summary: '按完整姓名找编号，写明目的，会留痕' })
  @ApiOkResponse({ standardSchema: LookupOut })
  lookup(@CurrentActor() actor: Actor, @Body({ schema: LookupIn }) body: LookupIn): Promise<LookupOut> {
    return this.reveals.lookup(actor, body)
  }

  @Get('persons/:id')
  @RequirePermission('person.read')
  @ApiOperation({ operationId: 'persons_get', summary: '档案：状态、各期、要办的事、经过' })
  @ApiOkResponse({ standardSchema: PersonFile })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: PersonId }) id: string,
    @Query({ schema: PersonFileQuery }) query: PersonFileQuery,
  ): Promise<PersonFile> {
    return this.persons.file(actor, id, query.cursor)
  }

  @Post('persons/:id/reveal')
  @HttpCode(200)
  @RequirePermission('person.reveal')
  @ApiOperation({ operationId: 'persons_reveal', summary: '按目的查看姓名、电话，先留痕再答复' })
  @ApiOkResponse({ standardSchema: RevealOut })
  reveal(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: PersonId }) id: string,
    @Body({ schema: RevealIn }) body: RevealIn,
  ): Promise<RevealOut> {
    return this.reveals.reveal(actor, id, body)
  }

  @Get('persons/:id/readings')
  @RequirePermission('person.readings')
  @ApiOperation({ operationId: 'persons_readings', summary: '谁、什么时候、为什么看过这个人的姓名、电话' })
  @ApiOkResponse({ standardSchema: ReadingList })
  readings(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: PersonId }) id: string,
    @Query({ schema: RevealQuery }) query: RevealQuery,
  ): Promise<ReadingList> {
    return this.reveals.readings(actor, id, query.cursor)
  }

  @Get('me/reveals')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'reveals_mine', summary: '我查看过哪些人的姓名、电话' })
  @ApiOkResponse({ standardSchema: RevealList })
  mine(
    @CurrentActor() actor: Actor,
    @Query({ schema: RevealQuery }) query: RevealQuery,
  ): Promise<RevealList> {
    return this.reveals.mine(actor, query.cursor)
  }
}
