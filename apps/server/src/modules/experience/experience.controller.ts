import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ExperienceList, ExperienceQuery } from './experience.dto.js'
import { ExperienceService } from './experience.service.js'

@ApiTags('experience')
@Controller('api/experience-reports')
export class ExperienceController {
  constructor(private readonly experience: ExperienceService) {}

  @Get()
  @RequirePermission('assessment.read')
  @ApiOperation({
    operationId: 'experience_list',
    summary: '经验材料：自己辖区的，本镇推广的，和全县（市）推广的',
  })
  @ApiOkResponse({ standardSchema: ExperienceList })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ExperienceQuery }) { year }: ExperienceQuery,
  ): Promise<ExperienceList> {
    return this.experience.list(actor, year)
  }
}
