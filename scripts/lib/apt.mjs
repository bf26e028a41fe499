import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'

/** Written last: a folder without it was not finished. */
const DONE = '.done'
const NOT_KEPT = ['apt', 'usr/share/man', 'usr/share/locale']

export const canUnpack = () => existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-deb')

export const isUnpackedIn = (root) => existsSync(path.join(root, DONE))

/**
 * Downloads packages and what they need with an apt state of our own and unpacks them into a folder: no root, nothing of the
 * system is changed.
 * @param {RegExp} [notNeeded] names of packages that are left out
 * @returns {Promise<boolean>} false: this machine's package source does not have them, or cannot be reached
 */
export async function unpackPackages(root, packages, notNeeded) {
  const work = path.join(root, 'apt')
  rmSync(root, { recursive: true, force: true })
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'debs'])
    mkdirSync(path.join(work, folder), { recursive: true })
  writeFileSync(path.join(work, 'state/status'), '')
  writeFileSync(
    path.join(work, 'apt.conf'),
    [
      `Dir::State "${work}/state";`,
      `Dir::State::status "${work}/state/status";`,
      `Dir::Cache "${work}/cache";`,
      'APT::Sandbox::User "root";',
      'Acquire::Languages "none";',
      'Acquire::Check-Valid-Until "false";',
      '',
    ].join('\n'),
  )
  const env = { ...process.env, APT_CONFIG: path.join(work, 'apt.conf'), LC_ALL: 'C' }
  const apt = (args, cwd) => run('apt-get', args, { env, cwd, quiet: true, allowFailure: true })
  await apt(['-qq', 'update'])
  const plan = await apt(['install', '-y', '--no-install-recommends', '--print-uris', ...packages])
  const names = [...plan.output.matchAll(/^'[^']*' ([^_\s]+)_/gm)]
    .map((match) => match[1])
    .filter((name) => !notNeeded?.test(name))
  const debs = path.join(work, 'debs')
  if (names.length < packages.length || (await apt(['-qq', 'download', ...names], debs)).code !== 0) {
    rmSync(root, { recursive: true, force: true })
    return false
  }
  for (const deb of readdirSync(debs))
    await run('dpkg-deb', ['-x', path.join(debs, deb), root], { quiet: true })
  for (const folder of NOT_KEPT) rmSync(path.join(root, folder), { recursive: true, force: true })
  writeFileSync(path.join(root, DONE), '')
  return true
}
