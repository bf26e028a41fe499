import type { FastifyInstance } from 'fastify'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const HAND_IN_TYPE = 'application/vnd.dfv.hand-in'

const MIB = 1024 * 1024
/** Most bytes of a file. Of a table a thousand full rows are a few hundred kilobytes; a phone stops at ten megabytes of photos. */
const LIMITS = { [XLSX_TYPE]: 5 * MIB, [HAND_IN_TYPE]: 12 * MIB }

/** Takes a file as the whole body of a request. A page elsewhere cannot send these types without asking first. */
export function readFileBodies(server: FastifyInstance): void {
  for (const [type, bodyLimit] of Object.entries(LIMITS))
    server.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    )
}
