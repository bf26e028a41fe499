import { Image } from '@tarojs/components'
import type { PictureProps } from './types'

const MODE = { whole: 'aspectFit', cover: 'aspectFill', fill: 'scaleToFill' } as const

/** A picture with what it says. */
export function Picture({ src, label, className, fit }: PictureProps) {
  return <Image className={className} src={src} mode={MODE[fit]} ariaLabel={label} />
}
