import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { Public } from '../../platform/auth/access.decorators.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaList, AreaQuery } from './areas.dto.js'
import { AreasService } from './areas.service.js'

@ApiTags('areas')
@Controller('api/areas')
export class AreasController {
  constructor(
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'areas_list', summary: '行政区划，今天有效的' })
  @ApiOkResponse({ standardSchema: AreaList })
  async list(@Query({ schema: AreaQuery }) query: AreaQuery): Promise<AreaList> {
    return { items: await this.areas.list(this.transactions.read, query) }
  }
}
