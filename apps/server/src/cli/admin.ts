import { writeFileSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { PersonName } from '../modules/accounts/person-name.js'
import { isAreaCode } from '../platform/auth/area-scope.js'
import {
  generateKeyFile,
  type KeyFile,
  KeyRing,
  readKeyFile,
  withNewHandInKey,
  withNewSealKey,
} from '../platform/crypto/key-ring.js'
import { keyFingerprint, Sealer } from '../platform/crypto/sealer.js'
import { DomainError } from '../platform/errors/domain-error.js'
import { ERROR_CODES } from '../platform/errors/error-codes.js'
import { createCliContext, readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

const HELP = `Usage: node dist/cli/admin.js <command> [options]

  create-town-office --area 441581105 --name 张三 [--phone 13800000000]
      Makes the first account of a town's office and prints a binding code for it.
      The holder enters the code once, within seven days, in the mini-program or the web page.

  make-keys --out keys.json [--demo]
      Writes a new key file, readable by you only. Keep a copy apart from the database's backups:
      without it nobody can read the names in them. An existing file is never overwritten.
      --demo marks keys that a production start refuses.

  add-hand-in-key --keys keys.json --out keys.new.json
      Writes a copy of a key file with one more hand-in key. From their next sign-in on, phones seal the
      files they hand in to the new key; the old keys stay in the file and open what was sealed to them.

  show-seal-key --keys keys.json
      Prints the public keys that sealed pledges are verified with, as PEM, and their fingerprints. Publish
      them where everybody can see that they are yours: in the office, on the county's own page.

  add-seal-key --keys keys.json --out keys.new.json
      Writes a copy of a key file with a new seal key. What the old key sealed stays valid; nothing is
      sealed with it any more.

  make-backup-key --out backup-identity.txt
      Writes a new identity that opens backups, and prints the recipient they are encrypted to.
      Move the file away from the server: whoever holds it can read the backups.

  revoke-sessions --account <account id>
      Ends every session of an account at once.

  --help    this text

All but make-keys, make-backup-key and the commands with --keys read the server's environment: APP_MODE, DATABASE_URL, KEYS_FILE, DATA_DIR.`

const CODE_DAYS = 7

class UsageError extends Error {}

type Options = Record<string, string | boolean | undefined>

function options(args: string[], config: NonNullable<ParseArgsConfig['options']>): Options {
  try {
    return parseArgs({ args, options: config, strict: true }).values as Options
  } catch (error) {
    throw new UsageError(`${(error as Error).message.replace(/\.$/, '')}.`)
  }
}

function required(values: Options, name: string): string {
  const value = values[name]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new UsageError(`--${name} is missing.`)
}

async function createTownOffice(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const values = options(args, { area: text, name: text, phone: text })
  const areaCode = required(values, 'area')
  const name = required(values, 'name')
  if (!PersonName.safeParse(name).success)
    throw new UsageError(`--name ${JSON.stringify(name)} is not a name.`)
  const phone = values.phone as string | undefined
  if (!isAreaCode(areaCode) || areaCode.length !== 9)
    throw new UsageError(`--area ${areaCode} is not the nine-digit code of a town.`)
  if (phone !== undefined && !/^1\d{10}$/.test(phone))
    throw new UsageError(`--phone ${phone} is not a mainland mobile number.`)
  const app = await createCliContext(readCliEnvironment(process.env))
  try {
    const { AppointmentOfficeService } = await import('../modules/accounts/appointment-office.service.js')
    const office = app.get(AppointmentOfficeService, { strict: false })
    const made = await office.createTownOffice({ areaCode, name, phone })
    print(`镇禁毒办账号已开通：${made.areaName} ${name}`)
    print(`绑定码：${made.bindingCode}`)
    print(`${CODE_DAYS}天内用一次，${made.expiresAt.toISOString()} 失效。请当面交给本人。`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND')
      throw new UsageError(`There is no town with the code ${areaCode}. Seed the areas first.`)
    throw error instanceof DomainError ? new UsageError(`${error.code}: ${sentence(error)}`) : error
  } finally {
    await app.close()
  }
}

async function makeKeys(args: string[]): Promise<void> {
  const values = options(args, { out: { type: 'string' }, demo: { type: 'boolean' } })
  const out = required(values, 'out')
  writeSecret(out, `${JSON.stringify(generateKeyFile(values.demo === true), null, 2)}\n`)
  print(`Wrote ${out}. Keep a copy apart from the database's backups.`)
}

async function addHandInKey(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const values = options(args, { keys: text, out: text })
  const out = required(values, 'out')
  const file = withNewHandInKey(keysIn(required(values, 'keys')))
  writeSecret(out, `${JSON.stringify(file, null, 2)}\n`)
  print(
    `Wrote ${out} with hand-in key ${file.currentHandInKey}. Put it in the place of the old file, restart every`,
  )
  print("replica, and keep a copy apart from the database's backups.")
}

async function showSealKey(args: string[]): Promise<void> {
  const ring = new KeyRing(keysIn(required(options(args, { keys: { type: 'string' } }), 'keys')))
  for (const [index, key] of new Sealer(ring).publicKeys.entries()) {
    print(`${index === 0 ? '现用公钥' : '以前的公钥'}　指纹 ${keyFingerprint(key)}`)
    print(ring.sealPublicKeys[index]!.export({ format: 'pem', type: 'spki' }).toString().trim())
  }
}

async function addSealKey(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const values = options(args, { keys: text, out: text })
  const out = required(values, 'out')
  const file = withNewSealKey(keysIn(required(values, 'keys')))
  writeSecret(out, `${JSON.stringify(file, null, 2)}\n`)
  print(
    `Wrote ${out} with a new seal key. Put it in the place of the old file, restart every replica, keep a copy`,
  )
  print('apart from the backups, and publish the new public key (show-seal-key) beside the old one.')
}

function keysIn(path: string): KeyFile {
  try {
    return readKeyFile(path)
  } catch {
    throw new UsageError(`${path} is not a key file that can be read.`)
  }
}

async function makeBackupKey(args: string[]): Promise<void> {
  const out = required(options(args, { out: { type: 'string' } }), 'out')
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  writeSecret(out, `# opens backups encrypted to ${recipient}\n${identity}\n`)
  print(`Wrote ${out}. Move it away from this machine. Backups are made with`)
  print(`--recipient ${recipient}`)
}

/** A file only its owner reads; never in the place of another. */
function writeSecret(out: string, content: string): void {
  try {
    writeFileSync(out, content, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST')
      throw new UsageError(`${out} exists. Keys are never overwritten; choose another name.`)
    throw error
  }
}

async function revokeSessions(args: string[]): Promise<void> {
  const accountId = required(options(args, { account: { type: 'string' } }), 'account')
  const app = await createCliContext(readCliEnvironment(process.env))
  try {
    const { SessionService } = await import('../modules/accounts/session.service.js')
    const { Transactions } = await import('../platform/database/transactions.js')
    const sessions = app.get(SessionService, { strict: false })
    const count = await app.get(Transactions).run((tx) => sessions.revokeAll(tx, accountId, 'operator'))
    print(`${count} sessions ended.`)
  } finally {
    await app.close()
  }
}

const sentence = (error: DomainError): string => ERROR_CODES[error.code].text(error.params)

const COMMANDS: Record<string, (args: string[]) => Promise<void>> = {
  'create-town-office': createTownOffice,
  'make-keys': makeKeys,
  'add-hand-in-key': addHandInKey,
  'show-seal-key': showSealKey,
  'add-seal-key': addSealKey,
  'make-backup-key': makeBackupKey,
  'revoke-sessions': revokeSessions,
}

await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (name === undefined || name === '--help' || args.includes('--help')) {
    print(HELP)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS[name]
  if (!command) throw new UsageError(`There is no command "${name}".\n\n${HELP}`)
  await command(args)
  return 0
})
