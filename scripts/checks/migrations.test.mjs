import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { SERVER } from '../lib/paths.mjs'

const FOLDER = path.join(SERVER, 'src/platform/database/migrations')
/** Migrations up to this one belong to the first release: no older server ever runs beside them. */
const FIRST_RELEASE = '1765310000000'

/** What a server of the release before would stumble over while both run: docs/operation.md, "A new release". */
const REFUSED = [
  [/\bDROP\s+TABLE\b/i, 'drops a table'],
  [/\bDROP\s+COLUMN\b/i, 'drops a column'],
  [/\bDROP\s+PRIMARY\s+KEY\b/i, 'drops a primary key'],
  [/\bRENAME\b/i, 'renames'],
  [/\bMODIFY\b|\bCHANGE\s+(COLUMN\s+)?[`\w]+\s+[`\w]+/i, 'changes a column'],
  [/\bDROP\s+DEFAULT\b/i, 'takes a default away'],
  [/\bADD\s+(CONSTRAINT\s+\w+\s+)?UNIQUE\b|\bCREATE\s+UNIQUE\s+INDEX\b/i, 'makes rows unique that were not'],
  [
    /\bADD\s+COLUMN\b(?![^,]*\bDEFAULT\b)[^,]*\bNOT\s+NULL\b/i,
    'adds a column that an older server does not fill',
  ],
]

/** @returns what the statements would do to servers of the release before; nothing when the docblock says why it is safe */
function offences(source) {
  if (/Contracts: \S/.test(source)) return []
  const up = source.slice(source.indexOf('async up('), source.indexOf('async down('))
  return REFUSED.filter(([pattern]) => pattern.test(up)).map(([, what]) => what)
}

const migration = (statement) => `async up(runner) { await runner.query('${statement}') }\n async down() {}`

test('a migration only adds, or says since when nobody needs what it takes away', () => {
  const found = readdirSync(FOLDER)
    .filter((name) => name.slice(0, 13) > FIRST_RELEASE)
    .flatMap((name) =>
      offences(readFileSync(path.join(FOLDER, name), 'utf8')).map((what) => `${name} ${what}`),
    )
  assert.deepEqual(found, [])
})

test('the check knows what an older server stumbles over', () => {
  for (const statement of [
    'DROP TABLE record_remark',
    'ALTER TABLE record DROP COLUMN kind',
    'RENAME TABLE a TO b',
    'ALTER TABLE a RENAME COLUMN b TO c',
    'ALTER TABLE a MODIFY b varchar(10) NULL',
    'ALTER TABLE a CHANGE b c int NULL',
    'ALTER TABLE a ADD UNIQUE KEY uq_a (b)',
    'ALTER TABLE a ADD COLUMN b int NOT NULL',
    'ALTER TABLE a ADD COLUMN b int NULL, ADD COLUMN c int NOT NULL',
    'ALTER TABLE a DROP PRIMARY KEY, ADD PRIMARY KEY (b)',
  ])
    assert.notDeepEqual(offences(migration(statement)), [], statement)
})

test('the check lets through what only adds', () => {
  for (const statement of [
    'CREATE TABLE a (b int NOT NULL, changed_at datetime(3) NOT NULL, PRIMARY KEY (b), UNIQUE KEY uq_a (b))',
    'ALTER TABLE a ADD COLUMN b int NULL',
    'ALTER TABLE a ADD COLUMN b int NOT NULL DEFAULT 0, ADD KEY ix_a (b)',
    'DROP INDEX ix_a ON a',
  ])
    assert.deepEqual(offences(migration(statement)), [], statement)
  assert.deepEqual(
    offences(`/** Contracts: since release 2 nobody reads it. */ ${migration('DROP TABLE a')}`),
    [],
  )
})
