import type { ClassHead } from '@/shared/api'
import { common, classes as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'

export type ClassRow = { id: string; title: string; lines: string[] }

export const classRow = (one: ClassHead, today: string): ClassRow => ({
  id: one.id,
  title: [one.className, one.topic].join(common.separator),
  lines: [
    showInstant(one.startedAt, today),
    copy.handedIn(one.answered, one.pupils),
    ...(one.endedAt === null
      ? []
      : [one.valid === null ? copy.few : copy.counted(one.valid, one.aware ?? 0)]),
  ],
})

/** Classes that go on stand first; the rest as they were held. */
export const splitClasses = (items: readonly ClassHead[]) => ({
  running: items.filter(({ endedAt }) => endedAt === null),
  past: items.filter(({ endedAt }) => endedAt !== null),
})
