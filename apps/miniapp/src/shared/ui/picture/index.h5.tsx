import type { PictureProps } from './types'

const OBJECT_FIT = { whole: 'contain', cover: 'cover', fill: 'fill' } as const

/** In the browser a real image: readers look for its alt. */
export function Picture({ src, label, className, fit }: PictureProps) {
  return <img className={className} src={src} alt={label} style={{ objectFit: OBJECT_FIT[fit] }} />
}
