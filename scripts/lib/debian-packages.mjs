import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'

/** Wanted only by the packages' scripts, which never run here. */
const NOT_NEEDED =
  /^(perl|perl-base|perl-modules.*|libperl.*|libdb5.*|libgdbm.*|gcc-.*-base|libc-gconv.*|debconf|mariadb-common|mysql-common|ucf|sensible-utils|galera-3|lsb-base|adduser|passwd|procps|psmisc|lsof|iproute2|gawk|init-system-helpers)$/
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'
const FOLDERS = ['usr/lib64', 'lib64', 'lib/x86_64-linux-gnu', 'lib/aarch64-linux-gnu', 'lib', 'usr/lib']
const LOADERS = ['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1']
const LIBRARIES = [
  'usr/lib/x86_64-linux-gnu',
  'lib/x86_64-linux-gnu',
  'usr/lib/aarch64-linux-gnu',
  'lib/aarch64-linux-gnu',
]

/**
 * Downloads packages and all they need with an apt state of our own, and unpacks them into a folder: no root, nothing of
 * the system is changed, no script of a package runs.
 * @param {string} root folder; a half of it, left by a broken download, is begun anew
 * @param {string[]} packages
 * @param {{ suite?: string }} options suite: another one than the machine's own, from the machine's own archive
 * @returns {Promise<boolean>} whether everything is there
 */
export async function unpackDebian(root, packages, { suite } = {}) {
  if (isUnpacked(root)) return true
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb')) return false
  const work = path.join(root, 'apt')
  rmSync(root, { recursive: true, force: true })
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'debs', 'parts'])
    mkdirSync(path.join(work, folder), { recursive: true })
  writeFileSync(path.join(work, 'state/status'), '')
  const source = suite === undefined ? undefined : await sourceOf(suite)
  if (suite !== undefined && source === undefined) return false
  writeFileSync(path.join(work, 'sources.list'), source ?? '')
  writeFileSync(
    path.join(work, 'apt.conf'),
    [
      `Dir::State "${work}/state";`,
      `Dir::State::status "${work}/state/status";`,
      `Dir::Cache "${work}/cache";`,
      ...(source === undefined
        ? []
        : [`Dir::Etc::sourcelist "${work}/sources.list";`, `Dir::Etc::sourceparts "${work}/parts";`]),
      'APT::Sandbox::User "root";',
      'Acquire::Languages "none";',
      // A mirror that stands still is still signed.
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
    .filter((name) => !NOT_NEEDED.test(name))
  const debs = path.join(work, 'debs')
  const isWhole = packages.every((name) => names.includes(name))
  if (!isWhole || (await apt(['-qq', 'download', ...names], debs)).code !== 0) {
    rmSync(root, { recursive: true, force: true })
    return false
  }
  for (const deb of readdirSync(debs))
    await run('dpkg-deb', ['-x', path.join(debs, deb), root], { quiet: true })
  // Their licences stay, in usr/share/doc.
  for (const folder of ['apt', 'usr/share/man', 'usr/share/locale'])
    rmSync(path.join(root, folder), { recursive: true, force: true })
  writeFileSync(path.join(root, '.done'), '')
  return true
}

export const isUnpacked = (root) => existsSync(path.join(root, '.done'))

/**
 * What must stand in front of a program that was unpacked beside the system's libraries: its own loader and libraries.
 * @returns {string[] | undefined} undefined: no loader was unpacked
 */
export function loaderOf(root) {
  const loader = FOLDERS.flatMap((folder) => LOADERS.map((file) => path.join(root, folder, file))).find(
    (file) => existsSync(file),
  )
  return loader && [loader, '--library-path', LIBRARIES.map((folder) => path.join(root, folder)).join(':')]
}

/** A line of sources.list for the suite at the archive that this machine takes its Debian from. */
async function sourceOf(suite) {
  const targets = await run(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI) $(COMPONENT) $(ORIGIN) $(LABEL)'],
    {
      quiet: true,
      allowFailure: true,
    },
  )
  const archives = targets.output.split('\n').filter((line) => line.endsWith(' main Debian Debian'))
  const known = archives[0] ?? targets.output.split('\n').find((line) => /\/debian\/? main /.test(line))
  return known && `deb [signed-by=${KEYRING}] ${known.split(' ')[0]} ${suite} main\n`
}
