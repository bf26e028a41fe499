import { View } from '@tarojs/components'
import { useState } from 'react'
import { attachmentsApi } from '@/shared/api'
import { photos as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { Icon, Picture, Region, Sheet, Tap } from '@/shared/ui'
import type { ShownPhoto } from './shown-photos'
import { usePhotoSrc } from './use-photo-src'
import './photos.scss'

type Props = {
  photos: readonly ShownPhoto[]
  /** Given in a form: a photo can be taken out again. */
  onRemove?: (id: string) => void
}

/** Photos beside one another; a tap makes one large, or opens a PDF. */
export function PhotoStrip({ photos, onRemove }: Props) {
  const [enlarged, setEnlarged] = useState<ShownPhoto | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const open = (photo: ShownPhoto) => {
    setTold(null)
    if (!photo.isPdf) setEnlarged(photo)
    else if (photo.isStored) attachmentsApi.open(photo.id).catch((error: unknown) => setTold(tell(error)))
  }
  return (
    <>
      <View className='dfv-photos'>
        {photos.map((photo) => (
          <View key={photo.id} className='dfv-photo'>
            <Tile photo={photo} onOpen={() => open(photo)} />
            {photo.note && <View className='dfv-fine'>{photo.note}</View>}
            {onRemove && (
              <Tap
                className='dfv-photo__remove'
                label={copy.remove(photo.number)}
                onTap={() => onRemove(photo.id)}
              >
                <Icon name='close' />
              </Tap>
            )}
          </View>
        ))}
      </View>
      {told && (
        <Region role='alert' className='dfv-errors'>
          {told.text}
        </Region>
      )}
      <Sheet
        open={enlarged !== null}
        title={enlarged ? copy.one(enlarged.number) : ''}
        onClose={() => setEnlarged(null)}
      >
        {enlarged && <Enlarged photo={enlarged} />}
      </Sheet>
    </>
  )
}

function Tile({ photo, onOpen }: { photo: ShownPhoto; onOpen: () => void }) {
  const { src } = usePhotoSrc(photo.id, 'thumb', photo.isStored && !photo.isPdf)
  if (photo.isPdf)
    return (
      <Tap className='dfv-photo__tile' label={copy.openFile(photo.number)} onTap={onOpen}>
        <Icon name='document' />
        <View className='dfv-fine'>{copy.file}</View>
      </Tap>
    )
  if (src === null)
    return (
      <View className='dfv-photo__tile dfv-photo__tile--empty'>
        <Icon name='camera' />
      </View>
    )
  return (
    <Tap className='dfv-photo__tile' label={copy.enlarge(photo.number)} onTap={onOpen}>
      <Picture src={src} label={copy.one(photo.number)} className='dfv-photo__picture' fit='cover' />
    </Tap>
  )
}

function Enlarged({ photo }: { photo: ShownPhoto }) {
  const thumb = usePhotoSrc(photo.id, 'thumb', photo.isStored)
  const full = usePhotoSrc(photo.id, 'full', photo.isStored)
  const src = full.src ?? thumb.src
  if (src === null) return <View className='dfv-text'>{full.failed ? copy.cannotShow : ''}</View>
  return <Picture src={src} label={copy.one(photo.number)} className='dfv-photo__large' fit='whole' />
}
