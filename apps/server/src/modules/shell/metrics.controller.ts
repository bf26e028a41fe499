import { isIPv4 } from 'node:net'
import { Controller, Get, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../../platform/auth/access.decorators.js'
import { Config } from '../../platform/config/config.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { Metrics } from '../../platform/metrics/metrics.js'

/** For Prometheus on this machine, or inside the same network when told so; from outside the route does not exist. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @Public('token')
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const isInside = this.config.env.METRICS === 'private' ? isPrivateAddress : isLoopback
    // Behind a proxy every address on the way counts: the first one is what the caller says of himself.
    if (!(request.ips ?? [request.ip]).every(isInside)) throw notFound()
    void reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store')
    return this.metrics.render()
  }
}

const plainAddress = (address: string): string => address.replace(/^::ffff:/i, '')

export function isLoopback(address: string): boolean {
  const plain = plainAddress(address)
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}

/** Loopback and the ranges that are never routed on the internet. */
export function isPrivateAddress(address: string): boolean {
  const plain = plainAddress(address)
  if (!isIPv4(plain)) return plain === '::1' || /^f[cd]|^fe80/i.test(plain)
  const [a = 0, b = 0] = plain.split('.').map(Number)
  return a === 10 || a === 127 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)
}
