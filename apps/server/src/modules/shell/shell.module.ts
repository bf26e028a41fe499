import { Module } from '@nestjs/common'
import { WeChatModule } from '../wechat/wechat.module.js'
import { AppConfigController } from './app-config.controller.js'
import { HealthController } from './health.controller.js'
import { MetricsController } from './metrics.controller.js'
import { ReadinessService } from './readiness.service.js'

/** What surrounds the business: health, figures, start configuration. */
@Module({
  imports: [WeChatModule],
  controllers: [HealthController, MetricsController, AppConfigController],
  providers: [ReadinessService],
})
export class ShellModule {}
