import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import mysql from 'mysql2/promise'
import {
  configureDatabase,
  databaseCommand,
  launchDatabase,
  makeDatabase,
  readPid,
} from '../../../../scripts/lib/database.mjs'
import {
  freePort,
  isAlive,
  killProcess,
  pause,
  run,
  stopProcess,
} from '../../../../scripts/lib/processes.mjs'

const NAMES = ['n1', 'n2', 'n3']
const PASSWORD = 'loopback-only'
/** Here lies `wsrep_sst_rejoin`, which the nodes call by its name. */
const HERE = path.dirname(fileURLToPath(import.meta.url))
const READY_WITHIN_MS = 180_000
const ASK_WITHIN_MS = 900

/**
 * Three MariaDB nodes that replicate to one another (Galera), on loopback, in `folder`.
 * @param {string} folder begun anew
 * @param {Awaited<ReturnType<import('./debian-tools.mjs').debianTools>>} tools
 */
export async function startCluster(folder, { engine, galera }) {
  rmSync(folder, { recursive: true, force: true })
  if (!process.env.PATH.split(path.delimiter).includes(HERE))
    process.env.PATH = `${process.env.PATH}${path.delimiter}${HERE}`
  const nodes = []
  for (const name of NAMES) {
    const ports = { sql: await freePort(), group: await freePort(), transfer: await freePort() }
    nodes.push({ name, folder: path.join(folder, name), ports })
  }
  const group = nodes.map(({ ports }) => `127.0.0.1:${ports.group}`).join(',')
  for (const { name, folder: own, ports } of nodes) {
    mkdirSync(own, { recursive: true })
    const provider = [
      `gmcast.listen_addr=tcp://127.0.0.1:${ports.group}`,
      `ist.recv_addr=127.0.0.1:${ports.transfer}`,
      'gcache.size=128M',
      // A node that does not answer is suspected after two seconds; the default is five.
      'evs.keepalive_period=PT0.5S',
      'evs.suspect_timeout=PT2S',
      'evs.inactive_timeout=PT5S',
    ]
    configureDatabase(
      own,
      engine,
      { port: ports.sql },
      {
        durable: true,
        settings: [
          'wsrep_on=ON',
          `wsrep_provider=${galera}`,
          'wsrep_cluster_name=proof',
          `wsrep_cluster_address=gcomm://${group}`,
          `wsrep_node_name=${name}`,
          `wsrep_node_address=127.0.0.1:${ports.group}`,
          `wsrep_provider_options="${provider.join(';')}"`,
          'wsrep_sst_method=rejoin',
          'wsrep_slave_threads=2',
          'binlog_format=ROW',
          'default_storage_engine=InnoDB',
          'innodb_autoinc_lock_mode=2',
        ],
      },
    )
  }
  const launch = (node, more = []) => launchDatabase(node.folder, engine, { port: node.ports.sql }, more)
  const [first, ...others] = nodes
  // One data folder, copied: nodes that begin equal need no transfer of the whole state.
  await makeDatabase(first.folder, engine, { password: PASSWORD })
  await launch(first, ['--wsrep-new-cluster'])
  await untilIn(first, 1)
  await stopProcess(readPid(first.folder), 60_000)
  for (const { folder: own } of others)
    cpSync(path.join(first.folder, 'data'), path.join(own, 'data'), {
      recursive: true,
      filter: (file) => !/galera\.cache$|gvwstate\.dat$/.test(file),
    })
  await launch(first, ['--wsrep-new-cluster'])
  for (const node of others) {
    await launch(node)
    await untilIn(node, 2)
  }
  for (const node of nodes) await untilIn(node, nodes.length)

  return {
    nodes: nodes.map((node) => ({
      name: node.name,
      address: `127.0.0.1:${node.ports.sql}`,
      url: `mysql://app:${PASSWORD}@127.0.0.1:${node.ports.sql}`,
      /** SIGKILL: the process is gone. SIGSTOP: it stands still and keeps its connections. */
      fall: (signal) =>
        signal === 'SIGKILL' ? killProcess(readPid(node.folder)) : process.kill(readPid(node.folder), signal),
      /** Up again as an operator would bring it up: from where its own data end, the rest comes from the others. */
      async rise() {
        const pid = readPid(node.folder)
        if (isAlive(pid)) process.kill(pid, 'SIGCONT')
        else await launch(node, [`--wsrep_start_position=${await lastPosition(node, engine)}`])
        // One that stood still believes for a moment that nothing happened; the others know better.
        for (const each of nodes) await untilIn(each, nodes.length)
      },
      connect: () => connect(node),
    })),
    password: PASSWORD,
    async stop() {
      for (const { folder: own } of nodes.toReversed()) {
        const pid = readPid(own)
        if (!isAlive(pid)) continue
        process.kill(pid, 'SIGCONT')
        await stopProcess(pid, 60_000)
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const connect = ({ ports }) =>
  mysql.createConnection({
    host: '127.0.0.1',
    port: ports.sql,
    user: 'app',
    password: PASSWORD,
    connectTimeout: ASK_WITHIN_MS,
  })

/** How the node stands in the cluster; undefined when it does not say within a second. */
async function stateOf(node) {
  let connection
  const giveUp = pause(ASK_WITHIN_MS).then(() => undefined)
  const ask = async () => {
    connection = await connect(node)
    const [rows] = await connection.query(
      `SHOW STATUS WHERE Variable_name IN ('wsrep_local_state_comment', 'wsrep_cluster_status', 'wsrep_cluster_size')`,
    )
    return Object.fromEntries(rows.map((row) => [row.Variable_name, row.Value]))
  }
  try {
    return await Promise.race([ask().catch(() => undefined), giveUp])
  } finally {
    connection?.destroy()
  }
}

const isUsable = (state) =>
  state?.wsrep_local_state_comment === 'Synced' && state.wsrep_cluster_status === 'Primary'

async function untilIn(node, size) {
  const deadline = Date.now() + READY_WITHIN_MS
  for (let state; !isUsable(state) || Number(state.wsrep_cluster_size) < size; ) {
    if (Date.now() > deadline)
      throw new Error(
        `${node.name} did not come into the cluster: ${JSON.stringify(state)}; see ${node.folder}/error.log`,
      )
    await pause(100)
    state = await stateOf(node)
  }
}

/** Where the data of a node that was killed end, `uuid:seqno`. */
async function lastPosition(node, engine) {
  const log = path.join(node.folder, 'recover.log')
  rmSync(log, { force: true })
  const [program, args] = databaseCommand(node.folder, engine, ['--wsrep-recover', `--log-error=${log}`])
  await run(program, args, { quiet: true })
  const found = [...readFileSync(log, 'utf8').matchAll(/Recovered position:? ?([0-9a-f-]{36}:-?\d+)/g)].at(
    -1,
  )?.[1]
  if (!found) throw new Error(`${node.name} does not say where its data end.`)
  return found
}

/**
 * Answers over HTTP whether a node may be used, one port a node: 200 or 503.
 * @returns {Promise<{ ports: number[], close: () => Promise<unknown> }>} ports in the order of the nodes
 */
export async function startNodeChecks(nodes) {
  const servers = nodes.map(({ url }) => {
    const node = { ports: { sql: Number(new URL(url).port) } }
    return http.createServer(async (_, reply) => {
      reply.writeHead(isUsable(await stateOf(node)) ? 200 : 503).end()
    })
  })
  for (const server of servers) await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ports: servers.map((server) => server.address().port),
    close: () =>
      Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((resolve) => server.close(resolve))
        }),
      ),
  }
}
