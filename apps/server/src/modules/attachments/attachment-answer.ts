import type { FastifyReply } from 'fastify'
import type { OpenedAttachment } from './attachment-reader.js'

/** Nothing in a stored file may run, fetch or be framed, whatever a browser takes it for. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** @param known the tag of the bytes that the reader has already */
export function sendAttachment(
  reply: FastifyReply,
  { bytes, mime, fileName, isPersonal, tag }: OpenedAttachment,
  known: string | undefined,
): void {
  void reply.headers({
    'content-security-policy': FILE_POLICY,
    'x-content-type-options': 'nosniff',
    'content-disposition': `${mime === 'application/pdf' ? 'attachment' : 'inline'}; filename="${fileName}"`,
  })
  // What is about a person stays on no device; a village's photo may, but its reader is asked for anew each time.
  if (isPersonal) void reply.header('cache-control', 'no-store')
  else void reply.headers({ 'cache-control': 'private, no-cache', etag: tag, vary: 'authorization' })
  if (!isPersonal && known === tag) void reply.status(304).send()
  else void reply.type(mime).send(bytes)
}
