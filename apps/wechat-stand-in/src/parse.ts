/** A seed file or control body that cannot be meant: answered with the path and what was expected. */
export class InputError extends Error {}

export type Parser<T> = (value: unknown, path: string) => T

function fail(path: string, expected: string): never {
  throw new InputError(`${path || 'input'}: expected ${expected}`)
}

export const text: Parser<string> = (value, path) =>
  typeof value === 'string' && value !== '' ? value : fail(path, 'a non-empty string')

export const flag: Parser<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : fail(path, 'true or false')

export const count: Parser<number> = (value, path) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(path, 'a whole number ≥ 0')

export const errorNumber: Parser<number> = (value, path) =>
  Number.isSafeInteger(value) && value !== 0 ? (value as number) : fail(path, 'an errcode other than 0')

export const json: Parser<unknown> = (value) => value

export function matching(pattern: RegExp, expected: string): Parser<string> {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? value : fail(path, expected))
}

export function oneOf<const T extends string | number>(...values: T[]): Parser<T> {
  return (value, path) => values.find((v) => v === value) ?? fail(path, `one of ${values.join(', ')}`)
}

export function listOf<T>(item: Parser<T>): Parser<T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((v, i) => item(v, `${path}[${i}]`)) : fail(path, 'a list')
}

export function recordOf<T>(item: Parser<T>): Parser<Record<string, T>> {
  return (value, path) =>
    Object.fromEntries(Object.entries(asObject(value, path)).map(([k, v]) => [k, item(v, `${path}.${k}`)]))
}

export function nullable<T>(parser: Parser<T>): Parser<T | null> {
  return (value, path) => (value === null ? null : parser(value, path))
}

export function optional<T>(parser: Parser<T>): Parser<T | undefined> {
  return (value, path) => (value === undefined ? undefined : parser(value, path))
}

export function withDefault<T>(parser: Parser<T>, make: () => T): Parser<T> {
  return (value, path) => (value === undefined ? make() : parser(value, path))
}

type Shape = Record<string, Parser<unknown>>
type Parsed<S extends Shape> = { [K in keyof S]: ReturnType<S[K]> }

/** Refuses keys it does not know: a misspelt switch must not pass as switched off. */
export function object<S extends Shape>(shape: S): Parser<Parsed<S>> {
  return (value, path) => {
    const source = asObject(value, path)
    const unknown = Object.keys(source).find((key) => !(key in shape))
    if (unknown !== undefined)
      fail(path ? `${path}.${unknown}` : unknown, `one of ${Object.keys(shape).join(', ')}`)
    const entries = Object.entries(shape).map(([key, parser]) => [
      key,
      parser(source[key], path ? `${path}.${key}` : key),
    ])
    return Object.fromEntries(entries) as Parsed<S>
  }
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : fail(path, 'an object')
}
