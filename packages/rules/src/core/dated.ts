import type { IsoDate } from './iso-date.ts'

/** One value and the days it applies: from `from`, until the next version begins or `until` (that day not included). */
export type Version<T> = { from: IsoDate; until?: IsoDate; value: T }

/** A value that changes with time. */
export type Dated<T> = { id: string; clause: string; versions: readonly Version<T>[] }

/** @throws RangeError when versions are missing, out of order or overlap: programmer's error, found at import. */
export function dated<T>(id: string, clause: string, versions: readonly Version<T>[]): Dated<T> {
  checkVersions(id, versions)
  return { id, clause, versions }
}

export function checkVersions(id: string, versions: readonly Version<unknown>[]): void {
  if (versions.length === 0) throw new RangeError(`${id}: no version`)
  versions.forEach((version, index) => {
    const next = versions[index + 1]
    if (version.until !== undefined && version.until <= version.from)
      throw new RangeError(`${id}: empty version`)
    if (next !== undefined && next.from < (version.until ?? next.from))
      throw new RangeError(`${id}: versions overlap`)
    if (next !== undefined && next.from <= version.from) throw new RangeError(`${id}: versions out of order`)
  })
}

/** The version in force on a day; undefined before the first and in a gap. There is no fallback to the latest. */
export function versionAt<T>(versions: readonly Version<T>[], date: IsoDate): Version<T> | undefined {
  for (let index = versions.length - 1; index >= 0; index--) {
    const version = versions[index]!
    if (version.from <= date) return version.until === undefined || date < version.until ? version : undefined
  }
  return undefined
}
