import { POLICIES, RULES_VERSION } from '@dfv/rules'
import { Controller, Get } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { Public } from '../../platform/auth/access.decorators.js'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { WeChatTemplates } from '../wechat/templates.js'
import { AppConfigOut } from './app-config.dto.js'

const POLICE = '110'
const GOVERNMENT = '12345'

@ApiTags('app')
@Controller('api/app-config')
export class AppConfigController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly templates: WeChatTemplates,
  ) {}

  @Get()
  @Public('token')
  @ApiOperation({ operationId: 'appConfig_get', summary: '小程序启动时要知道的' })
  @ApiOkResponse({ standardSchema: AppConfigOut })
  get(): AppConfigOut {
    return {
      mode: this.config.env.APP_MODE,
      now: this.clock.now().toISOString(),
      hotline: { town: this.config.env.HOTLINE_TOWN, police: POLICE, gov: GOVERNMENT },
      wechatTemplates: this.templates.list().map(({ key, templateId }) => ({ key, templateId })),
      rulesVersion: RULES_VERSION,
      policyVersion: POLICIES.version,
    }
  }
}
