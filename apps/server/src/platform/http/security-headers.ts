import { IncomingMessage, type OutgoingHttpHeader, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'
import type { Config } from '../config/config.js'

/** Every answer carries them, whatever else becomes of the request. */
export function sendSecurityHeaders(server: FastifyInstance, config: Config): void {
  const headers = headersOf(optionsFor(config))
  server.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    done()
  })
}

/** The same for every request, so they are worked out once: made anew each time they cost more than the access check. */
function headersOf(options: HelmetOptions): readonly [string, OutgoingHttpHeader][] {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(options)(request, response, (error) => {
    if (error) throw error
  })
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
}

function optionsFor({ isDemo }: Config): HelmetOptions {
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Taro writes element styles; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        // The demo is plain http on this machine.
        upgradeInsecureRequests: isDemo ? null : [],
      },
    },
    strictTransportSecurity: !isDemo,
    xFrameOptions: { action: 'deny' },
  }
}
