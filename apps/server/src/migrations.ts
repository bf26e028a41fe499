import { Platform1764000000000 } from './platform/database/migrations/1764000000000-platform.js'

/** In the order in which they run. */
export const migrations = [Platform1764000000000]
