import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { API_TYPES, renderApiTypes } from '../write-api-types.mjs'

test('the mini-program’s API types belong to the committed openapi.json', async () => {
  assert.equal(readFileSync(API_TYPES, 'utf8'), await renderApiTypes(), 'run "npm run api-types"')
})
