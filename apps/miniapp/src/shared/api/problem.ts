import type { FieldError, Problem } from './types'

/** The server answered, and the answer is no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(`${status} ${problem.code}`)
    this.name = 'ApiError'
  }

  get code(): string {
    return this.problem.code
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A proxy in between may answer with a page of its own: whatever comes becomes a problem. */
export function problemOf(status: number, body: unknown): Problem {
  const given = isObject(body) ? body : {}
  return {
    title: typeof given.title === 'string' ? given.title : '',
    status,
    code: typeof given.code === 'string' ? given.code : `HTTP_${status}`,
    ...(typeof given.detail === 'string' && { detail: given.detail }),
    ...(typeof given.instance === 'string' && { instance: given.instance }),
    ...(isObject(given.params) && { params: given.params }),
    ...(Array.isArray(given.errors) && { errors: given.errors as FieldError[] }),
  }
}

/** `path` is written as a list or with dots. */
export const fieldOf = (error: FieldError): string =>
  (Array.isArray(error.path) ? error.path : error.path.split('.')).filter((part) => part !== 'payload')[0] ??
  ''
