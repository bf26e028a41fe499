import type { Attachment } from '@/shared/api'
import { photos as copy } from '@/shared/copy'
import type { KeptPhoto } from '@/shared/photos'

export type ShownPhoto = {
  id: string
  /** As people count: the first is 1. */
  number: number
  isStored: boolean
  isPdf: boolean
  /** Where it is, unless it is where it belongs. */
  note?: string
}

const isPdf = (mime: string | undefined) => mime === 'application/pdf'

/**
 * The photos that a record names, with what is known of each: here, on the phone, or nowhere yet.
 * @param attachments what the server said of them; undefined when it was not asked
 */
export function shownPhotos(
  ids: readonly string[],
  kept: ReadonlyMap<string, KeptPhoto>,
  attachments?: readonly Attachment[],
): ShownPhoto[] {
  return ids.map((id, index) => {
    const own = kept.get(id)
    const known = attachments?.find((one) => one.id === id)
    const note = noteOf(own, known)
    return {
      id,
      number: index + 1,
      // A form that was not told asks the server when the phone has not got it.
      isStored: known ? known.state === 'stored' : own === undefined && attachments === undefined,
      isPdf: isPdf(known?.mime) || isPdf(own?.mime),
      ...(note !== undefined && { note }),
    }
  })
}

function noteOf(own: KeptPhoto | undefined, known: Attachment | undefined): string | undefined {
  if (own?.problem !== undefined) return own.problem
  if (known?.state === 'stored') return undefined
  if (known?.state === 'refused') return copy.refusedHere
  if (own) return known ? copy.onPhone : undefined
  return known ? copy.notHere : undefined
}

/** How many of a record's photos are still on their way from this phone. */
export const unsentOf = (ids: readonly string[], kept: ReadonlyMap<string, KeptPhoto>): number =>
  ids.filter((id) => kept.has(id) && kept.get(id)?.problem === undefined).length
