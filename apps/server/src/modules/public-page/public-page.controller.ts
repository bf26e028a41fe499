import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaCode } from '../areas/areas.dto.js'
import { PaperQuery, PublicPageOut } from './public-page.dto.js'
import { PublicPageService } from './public-page.service.js'

const PDF = 'application/pdf'

@ApiTags('plaque')
@Controller('api')
export class PublicPageController {
  constructor(private readonly page: PublicPageService) {}

  @Get('public/villages/:code')
  @Public()
  @ApiOperation({ operationId: 'publicVillage_get', summary: '一个村对外公示的内容；人人可看' })
  @ApiOkResponse({ standardSchema: PublicPageOut })
  read(@Param('code', { schema: AreaCode }) code: string): Promise<PublicPageOut> {
    return this.page.read(code)
  }

  @Get('villages/:code/plaque/paper')
  @RequirePermission('score.read')
  @ApiOperation({ operationId: 'plaque_paper', summary: '打印：公示栏的二维码页，或授牌证明' })
  @ApiProduces(PDF)
  @ApiOkResponse({ description: 'A4 PDF', schema: { type: 'string', format: 'binary' } })
  async paper(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
    @Query({ schema: PaperQuery }) { kind }: PaperQuery,
  ): Promise<StreamableFile> {
    const content = await this.page.paper(actor, code, kind)
    return new StreamableFile(content, {
      type: PDF,
      disposition: `attachment; filename="plaque-${kind}.pdf"`,
    })
  }
}
