import { setTimeout } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'

const VILLAGE = '441581990201'

/** What everybody of the demonstration gets who may not read a name: his village's ledger, and every form he may print. */
export async function* documentsOf(api) {
  const { now } = await api.get('/app-config')
  const { items: accounts } = await api.get('/demo/accounts')
  for (const account of accounts) {
    const reader = await api.as(account.name)
    const { permissions, active } = await reader.get('/session')
    if (permissions.includes('ledger.read') && active.areaCode.length >= 12)
      yield {
        place: `ledger as ${account.role}`,
        content: JSON.stringify(await reader.get(`/ledger/${active.areaCode.slice(0, 12)}`)),
      }
    const mayNotName = permissions.includes('export.run') && !permissions.includes('person.reveal')
    if (!mayNotName || active.areaCode !== VILLAGE) continue
    yield* exportsOf(reader, account.role, now.slice(0, 4))
  }
}

async function* exportsOf(reader, role, year) {
  const { items: forms } = await reader.get('/exports/forms')
  // The server's own tests look into every format; here it is what the stories have entered that counts.
  for (const { id, formats } of forms) {
    const format = formats.find((one) => one !== 'pdf')
    if (format === undefined) continue
    const order = { form: id, areaCode: VILLAGE, from: `${year}-01-01`, to: `${year}-12-31`, format }
    const asked = await reader.post('/exports', order)
    const file = await fileOf(reader, asked)
    for (const [name, content] of unpacked(file))
      yield { place: `export ${id}.${format} as ${role}: ${name}`, content }
    await reader.remove(`/exports/${asked.id}`)
  }
}

/** A long one is made by a job. */
async function fileOf(reader, { id, state }) {
  for (let now = state; now !== 'instant' && now !== 'done'; now = (await reader.get(`/exports/${id}`)).state)
    await setTimeout(200)
  return reader.bytes(`/exports/${id}/file`)
}

/** The parts of a zip file, by its central directory. */
function unpacked(file) {
  const parts = new Map()
  let at = file.readUInt32LE(file.lastIndexOf('PK\x05\x06') + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, note] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const local = file.readUInt32LE(at + 42)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20))
    parts.set(
      file.toString('utf8', at + 46, at + 46 + name),
      file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    )
    at += 46 + name + extra + note
  }
  return parts
}
