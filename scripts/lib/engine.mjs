import { existsSync } from 'node:fs'
import path from 'node:path'
import { isUnpacked, loaderOf, unpackDebian } from './debian-packages.mjs'
import { ENGINE_ROOT } from './paths.mjs'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const SBIN = ['/usr/sbin', '/usr/local/sbin', '/usr/local/mysql/bin', '/opt/homebrew/bin']

/** Where each kind of server lies once it is unpacked, and what Debian calls it. MySQL is only in Debian's unstable suite. */
const KINDS = {
  mariadb: {
    title: 'MariaDB',
    program: 'mariadbd',
    root: ENGINE_ROOT,
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    size: '85 MB',
  },
  mysql: {
    title: 'MySQL',
    program: 'mysqld',
    root: `${ENGINE_ROOT}-mysql`,
    packages: ['mysql-server-core', 'mysql-client-core'],
    suite: 'sid',
    size: '330 MB',
  },
}

/**
 * A MySQL-family server program and how to run it.
 * @typedef {{kind: 'mariadb' | 'mysql', binary: string, basedir: string, loader: string[]}} Engine
 *   loader: what must stand in front of the binary when it was unpacked beside the system's libraries
 */

/**
 * Finds a server on the PATH, or unpacks one, or installs one; else says what to do.
 * @param {'mariadb' | 'mysql'} [kind] only this kind; any other is left alone
 * @returns {Promise<Engine>}
 */
export async function findEngine(kind) {
  const found = onPath(kind) ?? (await unpacked(kind ?? 'mariadb'))
  return found ?? (kind === 'mysql' ? undefined : await install()) ?? giveUp(kind)
}

function onPath(wanted) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SBIN]
  for (const [kind, { program }] of Object.entries(KINDS)) {
    // Debian's mysqld is a link to mariadbd when MariaDB provides it.
    const isIt = (folder) =>
      existsSync(path.join(folder, program)) &&
      (kind === 'mariadb' || !existsSync(path.join(folder, KINDS.mariadb.program)))
    const folder =
      wanted === undefined || wanted === kind ? folders.find((one) => one && isIt(one)) : undefined
    if (folder)
      return { kind, binary: path.join(folder, program), basedir: path.resolve(folder, '..'), loader: [] }
  }
  return undefined
}

async function unpacked(kind) {
  const { title, program, root, packages, suite, size } = KINDS[kind]
  if (!isUnpacked(root)) say(`Looking for ${title} in this machine’s package source (once, about ${size})`)
  if (!(await unpackDebian(root, packages, { suite }))) return undefined
  const loader = loaderOf(root)
  return (
    loader && { kind, binary: path.join(root, 'usr/sbin', program), basedir: path.join(root, 'usr'), loader }
  )
}

/** Last resort: the system's own installation. The core packages start no service. */
async function install() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  const root = process.getuid?.() === 0
  const maySudo = () =>
    run('sudo', ['-n', 'true'], { quiet: true, allowFailure: true }).then(
      ({ code }) => code === 0,
      () => false,
    )
  if (!root && !(await maySudo())) return undefined
  say('Installing MariaDB with apt-get')
  const [command, ...prefix] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const apt = (...args) => run(command, [...prefix, ...args], { quiet: true, allowFailure: true })
  await apt('-qq', 'update')
  await apt('install', '-y', '-qq', '--no-install-recommends', ...KINDS.mariadb.packages)
  return onPath('mariadb')
}

function giveUp(kind) {
  throw new Stop(
    kind === 'mysql'
      ? 'MySQL could not be found or unpacked: it is on no PATH, and this machine’s package source has no Debian suite "sid". Install MySQL, or set DATABASE_URL=mysql://user:password@host:3306/database, and run the command again.'
      : 'No MySQL-family database could be found, unpacked or installed. Install MariaDB or MySQL (for example "apt-get install mariadb-server"), or set DATABASE_URL=mysql://user:password@host:3306/database, and run the command again.',
  )
}
