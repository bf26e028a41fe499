import type { ColumnOptions, PrimaryColumnOptions } from 'typeorm'

/**
 * Column kinds, so that every table spells ids, codes and times alike. Ids, codes, hashes and openids compare byte by
 * byte (`ascii_bin`); only text that people write uses a human collation.
 */
const ascii = { charset: 'ascii', collation: 'ascii_bin' }
const human = { charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci' }

/** Without extras the column may also be a primary key. */
type Kind = {
  (name: string): PrimaryColumnOptions & ColumnOptions
  (name: string, extra: ColumnOptions): ColumnOptions
}
type SizedKind = {
  (name: string, length: number): PrimaryColumnOptions & ColumnOptions
  (name: string, length: number, extra: ColumnOptions): ColumnOptions
}

const kind = (base: ColumnOptions) =>
  ((name: string, extra?: ColumnOptions) => ({ ...base, name, ...extra })) as Kind
const sizedKind = (base: ColumnOptions) =>
  ((name: string, length: number, extra?: ColumnOptions) => ({
    ...base,
    name,
    length,
    ...extra,
  })) as SizedKind

/** UUIDv7 made by the application or the phone. */
export const idColumn = kind({ type: 'char', length: 36, ...ascii })
/** Official area code, 2 to 16 characters. */
export const areaColumn = kind({ type: 'varchar', length: 16, ...ascii })
/** Closed vocabulary, hash, token or openid. */
export const codeColumn = sizedKind({ type: 'varchar', ...ascii })
/** Text written by people. */
export const textColumn = sizedKind({ type: 'varchar', ...human })
/** Long text, and JSON kept as the text that was hashed. */
export const longTextColumn = kind({ type: 'mediumtext', ...human })
/** Instant in UTC, milliseconds. */
export const instantColumn = kind({ type: 'datetime', precision: 3 })
/** Civil date in China. */
export const dateColumn = kind({ type: 'date' })
/** Bytes: sealed values and keys. */
export const bytesColumn = sizedKind({ type: 'varbinary' })
