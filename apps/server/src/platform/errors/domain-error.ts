import { ERROR_CODES, type ErrorCode } from './error-codes.js'

export type FieldError = { path: string; code: string; text: string }

/**
 * A refusal that the caller is meant to see. Services throw it with a code of the registry; status and sentence come
 * from there, so that no module words its own HTTP answer. `params` must not hold personal data.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly errors: readonly FieldError[] = [],
    options?: { cause?: unknown },
  ) {
    super(code, options)
    this.name = 'DomainError'
  }

  /** The sentence for the user. */
  get text(): string {
    return ERROR_CODES[this.code].text(this.params)
  }

  get status(): number {
    return ERROR_CODES[this.code].status
  }
}

/** Absent and out of scope answer alike: a caller must not learn that something exists elsewhere. */
export const notFound = (): DomainError => new DomainError('NOT_FOUND')
