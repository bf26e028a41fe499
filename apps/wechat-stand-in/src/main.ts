import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { StandInConfigInput } from './config.js'
import { startStandIn } from './server.js'

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, seed: { type: 'string' } },
})
const port = Number(values.port ?? process.env.STAND_IN_PORT ?? 0)
const seedFile = values.seed ?? process.env.STAND_IN_CONFIG

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be 0 to 65535')
  const config = seedFile ? (JSON.parse(readFileSync(seedFile, 'utf8')) as StandInConfigInput) : undefined
  const standIn = await startStandIn({ port, host: values.host, config })
  const line = { event: 'listening', url: standIn.url, appid: standIn.state.appid, pid: process.pid }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void standIn.close().then(() => process.exit(0)))
  }
} catch (error) {
  process.stderr.write(`The WeChat stand-in did not start: ${(error as Error).message}\n`)
  process.exit(1)
}
