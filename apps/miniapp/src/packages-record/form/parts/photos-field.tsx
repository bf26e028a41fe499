import type { Field as FieldSpec } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { photos as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { currentPhotos, useKeptPhotos } from '@/shared/photos'
import { CameraRefusedError, choosePhotos, PrivacyRefusedError } from '@/shared/platform'
import { Button, Field, Region } from '@/shared/ui'
import { PhotoStrip } from '../../photos/photo-strip'
import { shownPhotos } from '../../photos/shown-photos'

/** Photos are nobody's duty: a refusal is told as what it is, and the form goes on. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof CameraRefusedError) return copy.cameraRefused
  return error instanceof PrivacyRefusedError ? copy.privacyRefused : undefined
}

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  field: FieldSpec
  chosen: string[]
  onChange: (value: unknown) => void
}

/** Photos that go with a record, for whoever wants to add some. */
export function PhotosField({ frame, field, chosen, onChange }: Props) {
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
  const room = (field.max ?? 9) - chosen.length

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
    <Field {...frame}>
      <PhotoStrip photos={shownPhotos(chosen, kept)} onRemove={remove} />
      {room > 0 ? (
        <Button icon='camera' disabled={working} onTap={() => void add()}>
          {working ? copy.shrinking : chosen.length === 0 ? copy.add : copy.addMore}
        </Button>
      ) : (
        <View className='dfv-fine'>{copy.full(field.max ?? 9)}</View>
      )}
      {told !== '' && (
        <Region role='alert' className='dfv-errors'>
          {told}
        </Region>
      )}
      {chosen.length > 0 && <View className='dfv-fine'>{copy.follows}</View>}
    </Field>
  )
}
