/** What the devices of the stories have asked for, and what they kept when they were put away. */
export const addresses = []
export const kept = []

/** Notes every address that a device asks for. */
export function watch(context) {
  context.on('request', (request) => addresses.push(request.url()))
}

/** Cookies, localStorage and IndexedDB of a device, before it is put away. */
export async function keepStorage(context) {
  kept.push(JSON.stringify(await context.storageState({ indexedDB: true })))
}
