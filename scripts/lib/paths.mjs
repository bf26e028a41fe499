import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
/** Everything the commands make and git does not keep: databases, keys, builds' stamps. */
export const DATA = path.join(ROOT, '.data')
/** The database engine, when it had to be unpacked; shared by all data folders. */
export const ENGINE_ROOT = path.join(DATA, 'engine')
export const SERVER = path.join(ROOT, 'apps/server')
export const MINIAPP = path.join(ROOT, 'apps/miniapp')
export const RULES = path.join(ROOT, 'packages/rules')
export const STAND_IN = path.join(ROOT, 'apps/wechat-stand-in')
