import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Authority = {
  url: string
  /** PEM file of its root certificate. */
  caFile: string
  /** Answers it refused to give while `down`. */
  refused: number
  down: boolean
  close: () => Promise<void>
}

const CONFIG = `
[ tsa ]
default_tsa = ours
[ ours ]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ stamping ]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
`

/** A time-stamping authority: the OpenSSL command behind a small HTTP server. @param key as `openssl req -newkey` takes it */
export async function startAuthority(key: readonly string[] = ['rsa:2048']): Promise<Authority> {
  const folder = mkdtempSync(path.join(tmpdir(), 'authority-'))
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  writeFileSync(path.join(folder, 'tsa.cnf'), CONFIG)
  writeFileSync(path.join(folder, 'serial'), '01\n')
  const [kind = 'rsa:2048', ...options] = key
  openssl(
    'req',
    '-x509',
    '-newkey',
    kind,
    ...options,
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=demo root',
    '-days',
    '30',
  )
  openssl(
    'req',
    '-newkey',
    kind,
    ...options,
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=示范时间戳机构',
    '-utf8',
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'stamping',
    '-out',
    'tsa.pem',
  )
  const authority = { down: false, refused: 0 }
  const server = createServer(async (request, response) => {
    if (authority.down || request.headers['content-type'] !== 'application/timestamp-query') {
      authority.refused += 1
      response.writeHead(503, { connection: 'close' }).end()
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    writeFileSync(path.join(folder, 'query.tsq'), Buffer.concat(chunks))
    openssl(
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-queryfile',
      'query.tsq',
      '-inkey',
      'tsa.key',
      '-signer',
      'tsa.pem',
      '-out',
      'reply.tsr',
    )
    response.writeHead(200, { 'content-type': 'application/timestamp-reply', connection: 'close' })
    response.end(readFileSync(path.join(folder, 'reply.tsr')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(authority, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    caFile: path.join(folder, 'ca.pem'),
    async close() {
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  })
}
