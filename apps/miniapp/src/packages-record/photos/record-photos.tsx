import { View } from '@tarojs/components'
import type { Attachment } from '@/shared/api'
import { PhotoStrip, shownPhotos, UnsentPhotos } from '@/shared/photo-strip'
import { useKeptPhotos } from '@/shared/photos'

type Props = {
  ids: readonly string[]
  attachments?: readonly Attachment[]
  onArrived: () => void
}

/** The photos of a record, and how many are still on their way from here. */
export function RecordPhotos({ ids, attachments, onArrived }: Props) {
  const kept = useKeptPhotos()
  if (ids.length === 0) return null
  return (
    <View className='dfv-card'>
      <PhotoStrip photos={shownPhotos(ids, kept, attachments)} />
      <UnsentPhotos ids={ids} onArrived={onArrived} />
    </View>
  )
}
