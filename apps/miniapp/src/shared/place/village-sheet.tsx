import { View } from '@tarojs/components'
import { useState } from 'react'
import { villagesApi } from '@/shared/api'
import { place as copy } from '@/shared/copy'
import { useResource } from '@/shared/resource'
import { useAppConfig } from '@/shared/session/app-config'
import { Failure, Icon, Sheet, Skeleton, Tap, TextInput } from '@/shared/ui'
import { type ChosenVillage, chooseVillage } from './chosen-village'
import { villageGroups } from './village-groups'

/** With more villages than fit on two screens, typing is faster than looking. */
const SEARCH_FROM = 16

type Props = {
  open: boolean
  /** False: an answer in a form, which says nothing of where the person lives. */
  remember?: boolean
  onClose: () => void
  onChosen?: (village: ChosenVillage) => void
}

/** Asks which village it is about, and remembers the one a resident lives in. */
export function VillageSheet({ open, remember = true, onClose, onChosen }: Props) {
  const isDemo = useAppConfig((state) => state.config?.mode === 'demo')
  const areas = useResource(open ? 'areas' : null, async () => {
    const [towns, villages] = await Promise.all([
      villagesApi.areas({ level: 'town' }),
      villagesApi.areas({ level: 'village' }),
    ])
    return [...towns.items, ...villages.items]
  })
  const [typed, setTyped] = useState('')
  const groups = villageGroups(areas.data ?? [], isDemo, typed)
  const choose = (village: ChosenVillage) => {
    if (remember) chooseVillage(village)
    onChosen?.(village)
    onClose()
  }
  return (
    <Sheet open={open} title={copy.chooseVillage} onClose={onClose}>
      {areas.loading && <Skeleton rows={3} />}
      {areas.failure && <Failure told={areas.failure} onRetry={areas.reload} />}
      {(areas.data?.length ?? 0) >= SEARCH_FROM && !isDemo && (
        <TextInput value={typed} label={copy.searchVillage} onChange={setTyped} />
      )}
      {areas.data && groups.length === 0 && <View className='dfv-text'>{copy.noVillage}</View>}
      {groups.map(({ town, villages }) => (
        <View key={town}>
          <View className='dfv-fine'>{town}</View>
          {villages.map((village) => (
            <Tap key={village.code} className='dfv-row dfv-village-choice' onTap={() => choose(village)}>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{village.name}</View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      ))}
    </Sheet>
  )
}
