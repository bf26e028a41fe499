import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, areaLevel, villageCode } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'

/** Who asks for files: his area and his role. Both stand in the WHERE of every query about persons. */
export type FileReader = { scope: AreaScope; role: Role }

/** The village is the smallest area of a file, so a grid worker works in the village of his grid. */
export function workScope(actor: Pick<Actor, 'areaCode' | 'scope'>): AreaScope {
  const { areaCode } = actor
  return areaCode !== null && areaLevel(areaCode) === 'grid'
    ? AreaScope.of(villageCode(areaCode))
    : actor.scope
}

export const readerOf = (actor: Pick<Actor, 'areaCode' | 'scope' | 'role'>): FileReader => ({
  scope: workScope(actor),
  role: actor.role,
})

/** Condition on the `subject` table (alias `s`) under which a reader sees a file at all. */
export const VISIBLE_FILE = `s.area_code >= ? AND s.area_code < ? AND s.state = 'active' AND (s.readers IS NULL OR s.readers LIKE ?)`

/** The values of `VISIBLE_FILE`. */
export const visibleFile = ({ scope, role }: FileReader): string[] => [scope.from, scope.to, `%,${role},%`]

/** A file that is restricted to other roles, sealed or not: what is due about the person is told to its readers only. */
export const isRestricted = (file: { readers: string | null }, role: Role): boolean =>
  file.readers !== null && !file.readers.includes(`,${role},`)

/** The same question about a row that is already loaded, for building a ledger that holds other rows as stubs. */
export const isVisible = (file: { state: string; readers: string | null }, role: Role): boolean =>
  file.state === 'active' && (file.readers === null || file.readers.includes(`,${role},`))
