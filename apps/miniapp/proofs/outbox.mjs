// The hazards between filling in a record and its receipt, played through the built mini-program: nothing is lost.
import { playHazard } from '../test/weapp/hazard-world.mjs'
import { HAZARDS } from '../test/weapp/hazards.mjs'
import { createLedgerServer } from '../test/weapp/ledger-server.mjs'

const [option] = process.argv.slice(2)
if (option === '--help' || option === '-h') {
  console.log(
    `npm run prove outbox: ${HAZARDS.length} hazards of the outbox, one after the other, in the built mini-program`,
  )
  process.exit(0)
}

let lost = 0
const line = (...cells) => console.log(`${String(cells[0]).padEnd(72)}${cells[1]}`)
line('hazard', 'in the end')
for (const hazard of HAZARDS) {
  try {
    const { stored, states } = await playHazard(hazard, createLedgerServer)
    const waiting = states.filter((state) => state !== 'accepted').length
    line(hazard.name, `${stored} stored once${waiting > 0 ? `, ${waiting} told to the user` : ''}`)
  } catch (error) {
    lost += 1
    line(hazard.name, `LOST OR STUCK: ${error.message}`)
  }
}
line(`${HAZARDS.length} hazards`, lost === 0 ? '0 lost' : `${lost} NOT shown`)
process.exit(lost === 0 ? 0 : 1)
