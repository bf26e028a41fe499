import { View } from '@tarojs/components'
import { useState } from 'react'
import { attachmentsApi } from '@/shared/api'
import { photos as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { Icon, Picture, Region, Sheet, Skeleton, Tap } from '@/shared/ui'
import type { ShownPhoto } from './shown-photos'
import { type PhotoSource, usePhotoSrc } from './use-photo-src'
import './photos.scss'

type Props = {
  photos: readonly ShownPhoto[]
  /** Records', unless it is said; the same one each time. */
  source?: PhotoSource
  /** Given in a form: a photo can be taken out again. */
  onRemove?: (id: string) => void
}

/** Photos beside one another; a tap makes one large, or opens a PDF. */
export function PhotoStrip({ photos, source = attachmentsApi, onRemove }: Props) {
  const [enlarged, setEnlarged] = useState<ShownPhoto | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const open = (photo: ShownPhoto) => {
    setTold(null)
    if (photo.isPdf) source.open(photo.id).catch((error: unknown) => setTold(tell(error)))
    else setEnlarged(photo)
  }
  return (
    <>
      {photos.length > 0 && (
        <View className='dfv-photos'>
          {photos.map((photo) => (
            <View key={photo.id} className='dfv-photo'>
              <Tile photo={photo} source={source} onOpen={() => open(photo)} />
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
      )}
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
        {enlarged && <Enlarged photo={enlarged} source={source} />}
      </Sheet>
    </>
  )
}

function Tile({ photo, source, onOpen }: { photo: ShownPhoto; source: PhotoSource; onOpen: () => void }) {
  const { isPdf, isStored, number } = photo
  const { src } = usePhotoSrc(photo.id, 'thumb', isStored && !isPdf ? source : undefined)
  if (!isPdf && src !== null)
    return (
      <Tap className='dfv-photo__tile' label={copy.enlarge(number)} onTap={onOpen}>
        <Picture src={src} label={copy.one(number)} className='dfv-photo__picture' fit='cover' />
      </Tap>
    )
  if (isPdf && isStored)
    return (
      <Tap className='dfv-photo__tile' label={copy.openFile(number)} onTap={onOpen}>
        <Icon name='document' />
        {copy.file}
      </Tap>
    )
  return (
    <View className='dfv-photo__tile dfv-photo__tile--empty'>
      <Icon name={isPdf ? 'document' : 'camera'} />
      {isPdf && copy.file}
    </View>
  )
}

function Enlarged({ photo, source }: { photo: ShownPhoto; source: PhotoSource }) {
  const { src, failed } = usePhotoSrc(photo.id, 'full', photo.isStored ? source : undefined)
  if (failed) return <View className='dfv-text'>{copy.cannotShow}</View>
  if (src === null) return <Skeleton />
  return <Picture src={src} label={copy.one(photo.number)} className='dfv-photo__large' fit='whole' />
}
