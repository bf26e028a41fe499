// The browser's copy of the app, for villages without signal. Its two names below are filled in by offline-shell.js.
/* global self, caches, fetch, __FILES__ */
const CACHE = 'dfv-shell-__VERSION__'
const FILES = __FILES__
const FRESH_PAGE_MS = 3000
/** Names carry a hash: what was fetched once never changes. */
const HASHED = /^\/(js|css|static)\//

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => self.clients.claim()))
})

/** The shell before this one stays: a page opened with it may still ask for its parts. */
async function forgetOldShells() {
  const shells = (await caches.keys()).filter((name) => name.startsWith('dfv-shell-') && name !== CACHE)
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  // What the server says is never kept here: the ledger and the outbox keep their own, with their own locks.
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (HASHED.test(pathname)) event.respondWith(keptOrFetched(request))
  else if (request.mode === 'navigate' && pathname === '/') event.respondWith(freshOrKept(request))
})

async function keptOrFetched(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** The newest page when it comes soon; without signal, or with too little of it, the kept one. */
async function freshOrKept(request) {
  const kept = await caches.match('/', { cacheName: CACHE })
  const fresh = fetch(request)
  if (!kept) return fresh
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), FRESH_PAGE_MS))
  return Promise.race([fresh.catch(() => kept), late])
}
