import 'reflect-metadata'

export { uuidv7 } from 'uuidv7'
export { TEST_NOW } from '../../test/support/app.js'
export { createTestDatabase, testConfig } from '../../test/support/database.js'
export { handwriting } from '../../test/support/handwriting.js'
export { aRecord, makeAreas, register, VILLAGE_A, VILLAGE_B } from '../../test/support/records.js'
export { startServerProcess } from '../../test/support/server-process.js'
export { renew, signIn } from '../../test/support/sign-in.js'
