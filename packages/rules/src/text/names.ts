import type { IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import type { Role } from '../core/role.ts'
import { KIND_OUTLINES } from '../records/kind-outlines.ts'
import type { KindId } from '../records/record-kind.ts'
import { DOCUMENTS, STATUSES, type Status } from '../records/vocabulary.ts'
import type { Track } from '../scorecard.ts'
import type { Values } from './fill.ts'
import { ZH_NAMES } from './zh-names.ts'

/** What a sentence needs beside its facts. */
export type Wording = {
  /** The day the page speaks of; dates of its year are written without the year. */
  asOf: IsoDate
  /** The code a person is known by, `示范A-07`; without it sentences about persons say 有一人. */
  nameOf?: (subjectId: string) => string | undefined
  /** Months of a cycle, default 2. */
  cycleMonths?: number
}

export const documentLabel = (document: string): string =>
  DOCUMENTS.find(({ value }) => value === document)?.label ?? document

/** The name of what a sentence is about, under every word that may stand for it. */
export function namesOf(subjectId: string | undefined, { nameOf }: Wording): Values {
  const known = subjectId === undefined ? undefined : nameOf?.(subjectId)
  if (known === undefined) return ZH_NAMES.someone
  const names: Values = {}
  for (const word of Object.keys(ZH_NAMES.someone)) names[word] = known
  return names
}

export const stateLabel = (state: State): string => ZH_NAMES.state[state]
export const kindLabel = (kind: KindId): string => KIND_OUTLINES[kind].label
export const statusLabel = (status: Status): string =>
  STATUSES.find(({ value }) => value === status)?.label ?? status
export const roleLabel = (role: Role): string => ZH_NAMES.role[role]
export const trackLabel = (track: Track): string => ZH_NAMES.track[track]
/** What the track without persons and findings means. */
export const noneFoundText = (): string => ZH_NAMES.noneFoundTrack
