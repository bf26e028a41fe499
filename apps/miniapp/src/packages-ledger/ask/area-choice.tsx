import { View } from '@tarojs/components'
import { useState } from 'react'
import { villagesApi } from '@/shared/api'
import { exports as copy } from '@/shared/copy'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Sheet, Tap } from '@/shared/ui'

type Props = { chosen: string; onChoose: (areaCode: string) => void }

/** For those who work in a whole town: all of it, or one of its villages. A village's own people have nothing to choose. */
export function AreaChoice({ chosen, onChoose }: Props) {
  const { visitor, areaCode, villageName, areaName } = useViewer()
  const villages = useResource(visitor ? areaCode : null, () =>
    villagesApi.areas({ under: areaCode ?? undefined, level: 'village' }),
  )
  const [choosing, setChoosing] = useState(false)
  if (!visitor || areaCode === null) return null
  const places = [
    { code: areaCode, name: `${areaName}（${copy.wholeTown}）` },
    ...(villages.data?.items ?? []).map(({ code, name }) => ({ code, name })),
  ]
  const name = places.find(({ code }) => code === chosen)?.name ?? villageName
  const choose = (code: string) => {
    onChoose(code)
    setChoosing(false)
  }
  return (
    <View className='dfv-card dfv-row-wrap'>
      <View className='dfv-row__main'>
        <View className='dfv-row__note'>{copy.where}</View>
        <View className='dfv-row__title'>{name}</View>
      </View>
      <Button small onTap={() => setChoosing(true)}>
        {copy.chooseWhere}
      </Button>
      <Sheet open={choosing} title={copy.where} onClose={() => setChoosing(false)}>
        {places.map((place) => (
          <Tap key={place.code} className='dfv-row' onTap={() => choose(place.code)}>
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{place.name}</View>
            </View>
          </Tap>
        ))}
      </Sheet>
    </View>
  )
}
