import test from 'node:test'
import { playHazard } from './hazard-world.mjs'
import { HAZARDS } from './hazards.mjs'
import { createLedgerServer } from './ledger-server.mjs'

for (const hazard of HAZARDS)
  test(`nothing is lost when ${hazard.name}`, () => playHazard(hazard, createLedgerServer))
