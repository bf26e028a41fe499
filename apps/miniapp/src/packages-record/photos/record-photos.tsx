import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { Attachment } from '@/shared/api'
import { photos as copy } from '@/shared/copy'
import { PhotoStrip, shownPhotos, unsentOf } from '@/shared/photo-strip'
import { useKeptPhotos } from '@/shared/photos'
import { Region } from '@/shared/ui'

type Props = {
  ids: readonly string[]
  attachments?: readonly Attachment[]
  /** A photo left this phone while the page was open: the server knows more now. */
  onArrived: () => void
}

/** The photos of a record, and how many are still on their way from here. */
export function RecordPhotos({ ids, attachments, onArrived }: Props) {
  const kept = useKeptPhotos()
  const unsent = unsentOf(ids, kept)
  const before = useRef(unsent)
  const told = useRef(onArrived)
  told.current = onArrived
  useEffect(() => {
    if (unsent < before.current) told.current()
    before.current = unsent
  }, [unsent])
  if (ids.length === 0) return null
  return (
    <View className='dfv-card'>
      <PhotoStrip photos={shownPhotos(ids, kept, attachments)} />
      <UnsentPhotos ids={ids} />
    </View>
  )
}

/** 照片还有2张没传完: the record itself has arrived, so nobody has to do anything. */
export function UnsentPhotos({ ids }: { ids: readonly string[] }) {
  const unsent = unsentOf(ids, useKeptPhotos())
  if (unsent === 0) return null
  return (
    <Region role='status' className='dfv-text'>
      {copy.unsent(unsent)}
      <View className='dfv-fine'>{copy.unsentNote}</View>
    </Region>
  )
}
