import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, areaLevel, villageCode } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'

/**
 * Who asks for files: his area, his role, and the one venue or school he is appointed for, if any. All stand in the WHERE
 * of every query about files.
 */
export type FileReader = { scope: AreaScope; role: Role; subjectId: string | null }

/** The village is the smallest area of a file, so a grid worker works in the village of his grid. */
export function workScope(actor: Pick<Actor, 'areaCode' | 'scope'>): AreaScope {
  const { areaCode } = actor
  return areaCode !== null && areaLevel(areaCode) === 'grid'
    ? AreaScope.of(villageCode(areaCode))
    : actor.scope
}

export const readerOf = (actor: Pick<Actor, 'areaCode' | 'scope' | 'role' | 'subjectId'>): FileReader => ({
  scope: workScope(actor),
  role: actor.role,
  subjectId: actor.subjectId,
})

/** Condition on the `subject` table (alias `s`) under which a reader sees a file at all. */
export const VISIBLE_FILE = `s.area_code >= ? AND s.area_code < ? AND s.state = 'active' AND (s.readers IS NULL OR s.readers LIKE ?) AND (? IS NULL OR s.id = ?)`

/** The values of `VISIBLE_FILE`. */
export const visibleFile = ({ scope, role, subjectId }: FileReader): (string | null)[] => [
  scope.from,
  scope.to,
  `%,${role},%`,
  subjectId,
  subjectId,
]

/**
 * Condition of a query builder under which what is about a subject may be told to a role: whatever village the file is in
 * now, sealed or not, it is not restricted to others. `NULL` is about nobody.
 */
export const tellable = (subjectIdColumn: string): string =>
  `NOT EXISTS (SELECT 1 FROM subject s WHERE s.id = ${subjectIdColumn} AND s.readers IS NOT NULL AND s.readers NOT LIKE :toldTo)`

/** The value of `tellable`. */
export const toldTo = (role: string): { toldTo: string } => ({ toldTo: `%,${role},%` })

/** A file that is restricted to other roles, sealed or not: what is due about the person is told to its readers only. */
export const isRestricted = (file: { readers: string | null }, role: Role): boolean =>
  file.readers !== null && !file.readers.includes(`,${role},`)

/** The same question about a row that is already loaded, for building a ledger that holds other rows as stubs. */
export const isVisible = (file: { state: string; readers: string | null }, role: Role): boolean =>
  file.state === 'active' && (file.readers === null || file.readers.includes(`,${role},`))
