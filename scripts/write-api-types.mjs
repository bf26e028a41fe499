// Writes the mini-program's API types from the server's committed openapi.json: npm run api-types
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { MINIAPP, SERVER } from './lib/paths.mjs'

export const API_TYPES = path.join(MINIAPP, 'src/shared/api/generated/schema.d.ts')

/** The text of the types file that belongs to the committed description. */
export async function renderApiTypes() {
  const description = JSON.parse(readFileSync(path.join(SERVER, 'openapi.json'), 'utf8'))
  return `// Generated from apps/server/openapi.json by "npm run api-types".\n${astToString(await openapiTS(description, { alphabetize: true }))}`
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  mkdirSync(path.dirname(API_TYPES), { recursive: true })
  writeFileSync(API_TYPES, await renderApiTypes())
}
