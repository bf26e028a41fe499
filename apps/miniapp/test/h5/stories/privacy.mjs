import assert from 'node:assert/strict'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'
import { newPerson } from '../support/browser.mjs'
import { documentsOf } from '../support/privacy/documents.mjs'
import { formsOf } from '../support/privacy/encodings.mjs'
import { columnsOf, knownIdentities, logsOf, openTown } from '../support/privacy/identities.mjs'
import { addresses, keepMiniProgram, keepStorage, kept } from '../support/privacy/phones.mjs'
import { Scanner } from '../support/privacy/scanner.mjs'

/** Nobody's, and entered nowhere but where the search must find it. */
const PLANTED = [
  { what: 'planted name', value: '欧阳埋藏' },
  { what: 'planted phone', value: '13712348765' },
  { what: 'planted idNumber', value: '441581199002297777' },
]
const [NAME, PHONE, ID_NUMBER] = PLANTED.map(({ value }) => value)

/** When everybody has done his work: who the persons are stands in no log, address, message, phone, print or open column. */
export function privacyStory(world) {
  it('the search for identities finds one in whatever form it is written', () => {
    const scanner = new Scanner(PLANTED)
    for (const { what, value } of PLANTED)
      for (const [form, bytes] of formsOf(value)) {
        scanner.scan(form, Buffer.concat([Buffer.from('…x'), bytes, Buffer.from('y…')]))
        assert.ok(
          scanner.hits.some((hit) => hit.where === form && hit.what === what && hit.form === form),
          `${what}, ${form}`,
        )
      }
  })

  it('nobody’s name, number, phone or address has come to lie where it does not belong', {
    timeout: 600_000,
  }, async () => {
    const { town } = world
    const identities = await knownIdentities(town)
    assert.ok(identities.length > 50, `only ${identities.length} identities are known`)
    const places = await plant(world)
    const scanner = new Scanner([...identities, ...PLANTED])
    for await (const { place, content } of everything(world)) scanner.scan(place, content)

    const planted = new Set(
      scanner.hits.filter(({ what }) => what.startsWith('planted')).map(({ where }) => where),
    )
    assert.deepEqual([...planted].sort(), places.sort(), 'what was planted')
    const hits = scanner.hits.filter(({ what }) => !what.startsWith('planted'))
    assert.deepEqual(
      hits.map(({ where, what, form }) => `${where}: ${what}, as ${form}`),
      [],
    )
    console.log(
      `figure: ${identities.length} identities in ${formsOf(NAME).size} forms: 0 in ${(scanner.bytes / 1e6).toFixed(1)} MB ` +
        `of logs, ${addresses.length} addresses, messages, ${kept.length} storages of devices, prints and tables`,
    )
  })
}

/** One made-up identity in every kind of place. @returns where */
async function plant({ town, base, browser }) {
  appendFileSync(path.join(town.folder, 'server.log'), `{"msg":"${encodeURIComponent(NAME)}"}\n`)
  appendFileSync(
    path.join(town.folder, 'wechat-stand-in.log'),
    `${Buffer.from(`x${NAME}`).toString('base64')}\n`,
  )
  const database = await openTown(town)
  await database.query('DROP TABLE IF EXISTS planted')
  await database.query('CREATE TABLE planted (note VARCHAR(100), bytes VARBINARY(100))')
  await database.query('INSERT INTO planted VALUES (?, ?)', [
    `身份证${ID_NUMBER}`,
    Buffer.from(NAME, 'utf16le'),
  ])
  await database.end()
  await fetch(`${town.standIn}/__/visits`, { method: 'POST', body: JSON.stringify({ openid: PHONE }) }).catch(
    () => {},
  )
  await fetch(`${town.standIn}/__/leak-check`, {
    method: 'POST',
    body: JSON.stringify({ where: NAME, text: 'stand-in-push-token' }),
  })
  const device = await newPerson(browser, base)
  // The smallest answer there is: the address is what counts, and the device's storage is the same.
  await device.page.goto(`${base}/health/live?who=${encodeURIComponent(NAME)}`, { timeout: 120_000 })
  await device.page.evaluate(
    ([name, phone]) =>
      new Promise((done) => {
        localStorage.setItem('planted', JSON.stringify(name))
        const request = indexedDB.open('planted', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('s').put({ phone }, 1)
        request.onsuccess = () => done(request.result.close())
      }),
    [NAME, PHONE],
  )
  await device.close()
  keepMiniProgram({
    storage: new Map([['planted', { name: NAME }]]),
    files: new Map([['wxfile://usr/planted', Buffer.from(PHONE)]]),
  })
  return [
    'server.log',
    'wechat-stand-in.log',
    'planted.note',
    'planted.bytes',
    'stand-in violations',
    'address',
    'device',
    'mini-program',
  ]
}

/** Everything that must hold no identity. */
async function* everything({ town, base, api, browser }) {
  for (const context of browser.contexts()) await keepStorage(context)
  yield* kept
  yield { place: 'address', content: addresses.join('\n') }
  yield* documentsOf(api)
  for (const what of ['sent', 'pushes', 'calls', 'violations', 'state'])
    yield { place: `stand-in ${what}`, content: await (await fetch(`${town.standIn}/__/${what}`)).text() }
  yield { place: 'metrics', content: await (await fetch(`${base}/metrics`)).text() }
  yield* columnsOf(town)
  yield* logsOf(town)
}
