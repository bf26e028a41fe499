import { Controller, Get, Header, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Public } from '../../platform/auth/access.decorators.js'
import { type Readiness, ReadinessService } from './readiness.service.js'

/** For machines: the process runs; the whole is usable. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('live')
  @Public('token')
  @Header('cache-control', 'no-store')
  live(): { live: true } {
    return { live: true }
  }

  @Get('ready')
  @Public('token')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readiness.check()
    void reply.status(readiness.ready ? 200 : 503)
    return readiness
  }
}
