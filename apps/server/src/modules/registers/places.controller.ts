import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { PlaceFile, PlaceFileQuery, PlaceId, PlaceList, PlaceQuery } from './places.dto.js'
import { PlacesService } from './places.service.js'

@ApiTags('places')
@Controller('api/places')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Get()
  @RequirePermission('place.read')
  @ApiOperation({ operationId: 'places_list', summary: '场所、网格、教育阵地、学校的台账' })
  @ApiOkResponse({ standardSchema: PlaceList })
  list(@CurrentActor() actor: Actor, @Query({ schema: PlaceQuery }) query: PlaceQuery): Promise<PlaceList> {
    return this.places.list(actor, query)
  }

  @Get(':id')
  @RequirePermission('place.read')
  @ApiOperation({
    operationId: 'places_get',
    summary: '一个场所、网格、阵地或学校：现在的情况、要办的事、经过',
  })
  @ApiOkResponse({ standardSchema: PlaceFile })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: PlaceId }) id: string,
    @Query({ schema: PlaceFileQuery }) query: PlaceFileQuery,
  ): Promise<PlaceFile> {
    return this.places.file(actor, id, query.cursor)
  }
}
