import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { canUnpack, unpackPackages } from './apt.mjs'
import { ENGINE_ROOT } from './paths.mjs'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const PACKAGES = ['mariadb-server-core', 'mariadb-client-core']
/** Wanted only by the packages' scripts, which never run here. */
const NOT_NEEDED =
  /^(perl|perl-base|perl-modules.*|libperl.*|libdb5.*|libgdbm.*|gcc-.*-base|libc-gconv.*|debconf|mariadb-common|mysql-common|ucf|sensible-utils)$/
const SBIN = ['/usr/sbin', '/usr/local/sbin', '/usr/local/mysql/bin', '/opt/homebrew/bin']

/**
 * A MySQL-family server program and how to run it.
 * @typedef {{kind: 'mariadb' | 'mysql', binary: string, basedir: string, loader: string[]}} Engine
 *   loader: what must stand in front of the binary when it was unpacked beside the system's libraries
 */

/** Finds a server on the PATH, or unpacks one, or installs one; else says what to do. */
export async function findEngine() {
  return onPath() ?? unpacked() ?? (await unpack()) ?? (await install()) ?? giveUp()
}

function onPath() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SBIN]
  for (const [name, kind] of [
    ['mariadbd', 'mariadb'],
    ['mysqld', 'mysql'],
  ]) {
    const folder = folders.find((candidate) => candidate && existsSync(path.join(candidate, name)))
    if (folder) {
      const basedir = path.resolve(folder, '..')
      // Debian's mysqld is a link to mariadbd when MariaDB provides it.
      return {
        kind: existsSync(path.join(folder, 'mariadbd')) ? 'mariadb' : kind,
        binary: path.join(folder, name),
        basedir,
        loader: [],
      }
    }
  }
  return undefined
}

function unpacked() {
  if (!existsSync(path.join(ENGINE_ROOT, '.done'))) return undefined
  const loader = [
    'usr/lib64',
    'lib64',
    'lib/x86_64-linux-gnu',
    'usr/lib/aarch64-linux-gnu',
    'lib/aarch64-linux-gnu',
    'lib',
    'usr/lib',
  ]
    .flatMap((folder) =>
      ['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1'].map((file) => path.join(ENGINE_ROOT, folder, file)),
    )
    .find((file) => existsSync(file))
  if (!loader) return undefined
  const libraries = [
    'usr/lib/x86_64-linux-gnu',
    'lib/x86_64-linux-gnu',
    'usr/lib/aarch64-linux-gnu',
    'lib/aarch64-linux-gnu',
  ]
    .map((folder) => path.join(ENGINE_ROOT, folder))
    .join(':')
  return {
    kind: 'mariadb',
    binary: path.join(ENGINE_ROOT, 'usr/sbin/mariadbd'),
    basedir: path.join(ENGINE_ROOT, 'usr'),
    loader: [loader, '--library-path', libraries],
  }
}

/** The packages and what they need, unpacked: no root, nothing of the system is changed. */
async function unpack() {
  if (!canUnpack()) return undefined
  say(
    'No MySQL-family server found: unpacking MariaDB from this machine’s package source (once, about 85 MB)',
  )
  const isUnpacked = await unpackPackages(ENGINE_ROOT, PACKAGES, NOT_NEEDED)
  return isUnpacked ? unpacked() : undefined
}

/** Last resort: the system's own installation. The core packages start no service. */
async function install() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  const root = process.getuid?.() === 0
  if (
    !root &&
    (await run('sudo', ['-n', 'true'], { quiet: true, allowFailure: true }).catch(() => ({ code: 1 })))
      .code !== 0
  )
    return undefined
  say('Installing MariaDB with apt-get')
  const [command, ...prefix] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  await run(command, [...prefix, '-qq', 'update'], { quiet: true, allowFailure: true })
  await run(command, [...prefix, 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
    quiet: true,
    allowFailure: true,
  })
  return onPath()
}

function giveUp() {
  throw new Stop(
    'No MySQL-family database could be found, unpacked or installed. Install MariaDB or MySQL (for example "apt-get install mariadb-server"), or set DATABASE_URL=mysql://user:password@host:3306/database, and run the command again.',
  )
}

/** Release text of the machine, for messages. */
export function systemName() {
  try {
    return /PRETTY_NAME="?([^"\n]+)/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform
  } catch {
    return process.platform
  }
}
