import { View } from '@tarojs/components'
import { useState } from 'react'
import { place as copy } from '@/shared/copy'
import { useAppConfig } from '@/shared/session/app-config'
import { Failure, Icon, Sheet, Skeleton, Tap, TextInput } from '@/shared/ui'
import { useAreas } from './areas'
import { type ChosenVillage, chooseVillage } from './chosen-village'
import { villageGroups } from './village-groups'

/** With more villages than fit on two screens, typing is faster than looking. */
const SEARCH_FROM = 16

type Props = {
  open: boolean
  onClose: () => void
  onChosen?: (village: ChosenVillage) => void
  /** The answer belongs to one question, and is not remembered. */
  once?: boolean
  /** A village that is no answer. */
  except?: string
}

/** Asks which village it is about. */
export function VillageSheet({ open, onClose, onChosen, once, except }: Props) {
  const isDemo = useAppConfig((state) => state.config?.mode === 'demo')
  const { areas, failure, reload } = useAreas(open)
  const [typed, setTyped] = useState('')
  const groups = villageGroups(areas ?? [], isDemo, typed).map((group) => ({
    ...group,
    villages: group.villages.filter(({ code }) => code !== except),
  }))
  const choose = (village: ChosenVillage) => {
    if (!once) chooseVillage(village)
    onChosen?.(village)
    onClose()
  }
  return (
    <Sheet open={open} title={copy.chooseVillage} onClose={onClose}>
      {!areas && !failure && <Skeleton rows={3} />}
      {failure && <Failure told={failure} onRetry={reload} />}
      {(areas?.length ?? 0) >= SEARCH_FROM && !isDemo && (
        <TextInput value={typed} label={copy.searchVillage} onChange={setTyped} />
      )}
      {areas && groups.length === 0 && <View className='dfv-text'>{copy.noVillage}</View>}
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
