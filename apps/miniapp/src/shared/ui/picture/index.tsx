import { Image } from '@tarojs/components'
import type { PictureProps } from './types'

/** A picture with what it says. */
export function Picture({ src, label, className, fit }: PictureProps) {
  return (
    <Image
      className={className}
      src={src}
      mode={fit === 'whole' ? 'aspectFit' : 'scaleToFill'}
      ariaLabel={label}
    />
  )
}
