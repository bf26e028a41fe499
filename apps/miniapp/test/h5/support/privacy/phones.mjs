/** What the devices of the stories have asked for, and what they kept when they were put away: `{ place, content }`. */
export const addresses = []
export const kept = []

/** Notes every address that a device asks for. */
export function watch(context) {
  context.on('request', (request) => addresses.push(request.url()))
}

/** Cookies, localStorage and IndexedDB of a device, before it is put away. */
export async function keepStorage(context) {
  kept.push({ place: 'device', content: JSON.stringify(await context.storageState({ indexedDB: true })) })
}

/** The storage and the files that the mini-program has on a phone. */
export function keepMiniProgram({ storage, files }) {
  kept.push({ place: 'mini-program', content: JSON.stringify([...storage]) })
  for (const [name, bytes] of files)
    kept.push({
      place: 'mini-program',
      content: Buffer.concat([Buffer.from(`${name}\n`), Buffer.from(bytes)]),
    })
}
