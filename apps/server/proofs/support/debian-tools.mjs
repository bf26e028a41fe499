import path from 'node:path'
import { loaderOf, unpackDebian } from '../../../../scripts/lib/debian-packages.mjs'
import { findEngine } from '../../../../scripts/lib/engine.mjs'
import { DATA } from '../../../../scripts/lib/paths.mjs'
import { Stop, say } from '../../../../scripts/lib/say.mjs'

const ROOT = path.join(DATA, 'engine-cluster')
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core', 'mariadb-client', 'galera-4', 'haproxy']

/**
 * MariaDB with Galera, its client programs and HAProxy, as Debian ships them, unpacked once (160 MB, no root).
 * @returns {Promise<{ engine: import('../../../../scripts/lib/engine.mjs').Engine, galera: string, program: (name: string) => string[] }>}
 *   galera: the replication library; program: a command, its loader in front
 */
export async function debianTools() {
  say('Looking for MariaDB, Galera and HAProxy (once, about 160 MB)')
  const isThere = await unpackDebian(ROOT, PACKAGES)
  const loader = isThere ? loaderOf(ROOT) : undefined
  if (!loader)
    throw new Stop(`This proof needs Debian's packages ${PACKAGES.join(', ')}, and could not get them.`)
  const basedir = path.join(ROOT, 'usr')
  return {
    engine: { kind: 'mariadb', binary: path.join(basedir, 'sbin/mariadbd'), basedir, loader },
    galera: path.join(basedir, 'lib/galera/libgalera_smm.so'),
    program: (name) => [...loader, path.join(basedir, name)],
  }
}

/** MySQL with its client programs, in the same shape. */
export async function mysqlTools() {
  const engine = await findEngine('mysql')
  return { engine, program: (name) => [...engine.loader, path.join(engine.basedir, name)] }
}
