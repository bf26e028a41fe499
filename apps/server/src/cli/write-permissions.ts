import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderPermissions } from '../modules/shell/permissions-document.js'
import { routeAccess } from '../modules/shell/route-access.js'
import { print, runCommand } from './command.js'
import { createPreviewApp } from './preview-app.js'

/** Writes docs/permissions.md: who may do what, by role and by route. */
await runCommand(async () => {
  const app = await createPreviewApp()
  const file = fileURLToPath(new URL('../../../../docs/permissions.md', import.meta.url))
  writeFileSync(file, renderPermissions(routeAccess(app)))
  print(`Wrote ${file}`)
  await app.close()
  return 0
})
