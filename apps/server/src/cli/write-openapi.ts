import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeApi, renderApi } from '../modules/shell/openapi.js'
import { print, runCommand } from './command.js'
import { createPreviewApp } from './preview-app.js'

/** Writes the description of the API, from which the mini-program's types are made. */
await runCommand(async () => {
  const app = await createPreviewApp()
  const file = fileURLToPath(new URL('../../openapi.json', import.meta.url))
  writeFileSync(file, renderApi(describeApi(app)))
  print(`Wrote ${file}`)
  await app.close()
  return 0
})
