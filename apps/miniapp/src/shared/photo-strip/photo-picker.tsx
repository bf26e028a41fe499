import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Attachment } from '@/shared/api'
import { photos as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { currentPhotos, useKeptPhotos } from '@/shared/photos'
import { CameraRefusedError, choosePhotos, PrivacyRefusedError } from '@/shared/platform'
import { Button, Region } from '@/shared/ui'
import { PhotoStrip } from './photo-strip'
import { shownPhotos } from './shown-photos'
import type { PhotoSource } from './use-photo-src'

/** Photos are nobody's duty: a refusal is told as what it is, and the form goes on. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof CameraRefusedError) return copy.cameraRefused
  return error instanceof PrivacyRefusedError ? copy.privacyRefused : undefined
}

type Props = {
  chosen: string[]
  most: number
  /** When the photos leave, in words. */
  follows: string
  /** What the server said of those it knows. */
  attachments?: readonly Attachment[]
  source?: PhotoSource
  onChange: (ids: string[]) => void
}

/** Takes photos for whoever wants to add some, shows them, and takes them out again. */
export function PhotoPicker({ chosen, most, follows, attachments, source, onChange }: Props) {
  const kept = useKeptPhotos()
  const [working, setWorking] = useState(false)
  const [told, setTold] = useState('')
  const latest = useRef(chosen)
  useEffect(() => {
    latest.current = chosen
  }, [chosen])
  const put = (ids: string[]) => {
    latest.current = ids
    onChange(ids)
  }
  const room = most - chosen.length

  const add = async () => {
    setTold('')
    try {
      for (const photo of await choosePhotos(room, () => setWorking(true)))
        put([...latest.current, await currentPhotos().add(photo)])
    } catch (error) {
      setTold(refusalOf(error) ?? tell(error).text)
    } finally {
      setWorking(false)
    }
  }
  const remove = (id: string) => {
    put(latest.current.filter((one) => one !== id))
    currentPhotos().letGo(id)
  }

  return (
    <>
      <PhotoStrip photos={shownPhotos(chosen, kept, attachments)} source={source} onRemove={remove} />
      {room > 0 ? (
        <Button icon='camera' disabled={working} onTap={() => void add()}>
          {working ? copy.shrinking : chosen.length === 0 ? copy.add : copy.addMore}
        </Button>
      ) : (
        <View className='dfv-fine'>{copy.full(most)}</View>
      )}
      {told !== '' && (
        <Region role='alert' className='dfv-errors'>
          {told}
        </Region>
      )}
      {chosen.length > 0 && <View className='dfv-fine'>{follows}</View>}
    </>
  )
}
