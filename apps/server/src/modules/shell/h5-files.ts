import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply } from 'fastify'

/** The build puts a hash of the content into these names. */
const HASHED = /\.[0-9a-f]{8,}\.\w+$/
const YEAR_SECONDS = 365 * 86_400

/** Serves the built H5 app at `/`. Routes of the API are more specific and always win. */
export async function serveH5(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = resolve(folder)
  if (!existsSync(root)) return
  await app.register(fastifyStatic as never, {
    root,
    prefix: '/',
    index: ['index.html'],
    cacheControl: false,
    // The build may leave compressed twins beside its files; a proxy may compress too.
    preCompressed: true,
    dotfiles: 'ignore',
    setHeaders: (reply: FastifyReply, path: string) => {
      void reply.header('cache-control', cacheControlFor(path))
    },
  })
}

/** A file named by its content never changes; anything else is asked for anew each time. */
export function cacheControlFor(path: string): string {
  const plain = path.replace(/\.(br|gz)$/, '')
  return HASHED.test(plain) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'
}
