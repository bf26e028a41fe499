import type { FastifyInstance } from 'fastify'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A thousand rows with every cell filled are a few hundred kilobytes. */
const LIMIT_BYTES = 5 * 1024 * 1024

/** Takes an Excel file as the whole body of a request. A page elsewhere cannot send this type without asking first. */
export function readWorkbookBodies(server: FastifyInstance): void {
  server.addContentTypeParser(
    XLSX_TYPE,
    { parseAs: 'buffer', bodyLimit: LIMIT_BYTES },
    (_request, body, done) => done(null, body),
  )
}
