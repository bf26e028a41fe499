import type { PictureProps } from './types'

/** In the browser a real image: readers look for its alt. */
export function Picture({ src, label, className, fit }: PictureProps) {
  return (
    <img
      className={className}
      src={src}
      alt={label}
      style={{ objectFit: fit === 'whole' ? 'contain' : 'fill' }}
    />
  )
}
