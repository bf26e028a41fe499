import { hasOwn } from '../core/own.ts'
import { KIND_OUTLINES } from './kind-outlines.ts'
import type { KindId } from './record-kind.ts'

export const isKindId = (value: unknown): value is KindId =>
  typeof value === 'string' && hasOwn(KIND_OUTLINES, value)

/** The kinds whose records are about a person. */
export const isPersonKind = (kind: KindId): boolean => KIND_OUTLINES[kind].subject === 'person'
