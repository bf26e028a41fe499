#!/usr/bin/env node
// Draws a sample again from what is printed with it, so that anybody can check which numbers were drawn.
import { existsSync } from 'node:fs'

const HELP = `Draws the numbers of a sample again, from what is printed with it.

  node packages/rules/bin/draw.mjs SEED SIZE COUNT

  SEED   随机种子, as printed
  SIZE   how many people stand in the list
  COUNT  how many were drawn, those of enlargements included

Prints one number a line, in the order in which they were drawn.`

const built = new URL('../dist/index.js', import.meta.url)
const [seed, size, count] = process.argv.slice(2)
const isCount = (text) => /^\d{1,6}$/.test(text ?? '')

if (seed === '--help' || seed === '-h') console.log(HELP)
else if (!seed || !isCount(size) || !isCount(count))
  fail('A seed, the size of the list and a count are needed. Try --help.')
else if (!existsSync(built)) fail('The package is not built yet: pnpm --filter @dfv/rules build')
else {
  const { drawNumbers } = await import(built)
  console.log(drawNumbers({ seed, size: Number(size), count: Number(count) }).join('\n'))
}

function fail(message) {
  console.error(message)
  process.exitCode = 2
}
