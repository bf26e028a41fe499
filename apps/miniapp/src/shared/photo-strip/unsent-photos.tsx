import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { photos as copy } from '@/shared/copy'
import { useKeptPhotos } from '@/shared/photos'
import { Region } from '@/shared/ui'
import { unsentOf } from './shown-photos'

type Props = {
  ids: readonly string[]
  /** A photo left this phone while the page was open: the server knows more now. */
  onArrived?: () => void
}

/** 照片还有2张没传完: what they belong to has arrived and they leave by themselves, so nobody has to do anything. */
export function UnsentPhotos({ ids, onArrived }: Props) {
  const unsent = unsentOf(ids, useKeptPhotos())
  const before = useRef(unsent)
  const told = useRef(onArrived)
  told.current = onArrived
  useEffect(() => {
    if (unsent < before.current) told.current?.()
    before.current = unsent
  }, [unsent])
  if (unsent === 0) return null
  return (
    <Region role='status' className='dfv-text'>
      {copy.unsent(unsent)}
      <View className='dfv-fine'>{copy.unsentNote}</View>
    </Region>
  )
}
