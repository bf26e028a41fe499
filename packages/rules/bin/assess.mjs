#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { run, stop } from './command/run.mjs'

const built = new URL('../dist/index.js', import.meta.url)

await run(() => {
  if (!existsSync(built)) stop(2, 'The package is not built yet: pnpm --filter @dfv/rules build')
  return import(built)
})
