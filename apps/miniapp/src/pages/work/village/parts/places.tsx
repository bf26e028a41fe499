import { type PlaceKind, type PlaceView, REGISTERING } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { work as copy } from '@/shared/copy'
import { toPlace, toRecordForm } from '@/shared/navigation'
import { kindIcon } from '@/shared/records'
import { useViewer } from '@/shared/session'
import { Button, Heading, Icon, StateChip, Tap } from '@/shared/ui'
import { PLACE_KINDS, placesOf, recordableKinds, type Village } from '@/shared/village'
import { PAGE_SIZE, placeRow } from '../view-model'
import { ShowMore } from './show-more'

/** The registers of venues, grids, education sites and schools, each with what is due there. */
export function Places({ village }: { village: Village }) {
  const { role } = useViewer()
  const recordable = recordableKinds(role).map(({ kind }) => kind)
  return (
    <View>
      {PLACE_KINDS.map((type) => (
        <Register
          key={type}
          type={type}
          places={placesOf(village).get(type) ?? []}
          village={village}
          mayAdd={recordable.includes(REGISTERING[type])}
        />
      ))}
    </View>
  )
}

type RegisterProps = { type: PlaceKind; places: readonly PlaceView[]; village: Village; mayAdd: boolean }

function Register({ type, places, village, mayAdd }: RegisterProps) {
  const [shown, setShown] = useState(PAGE_SIZE)
  const kind = REGISTERING[type]
  return (
    <View className='dfv-card dfv-card--flush'>
      <View className='dfv-page__head dfv-register__head'>
        <Heading level={2}>{copy.placeKinds[type]}</Heading>
        <View className='dfv-fine'>{copy.placeCount(places.length)}</View>
      </View>
      {places.slice(0, shown).map((place) => {
        const row = placeRow(place, village)
        return (
          <Tap key={place.id} className='dfv-row dfv-place-row' onTap={() => toPlace(place.id)}>
            <Icon name={kindIcon(kind)} />
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{place.name}</View>
              {row.note !== '' && <View className='dfv-row__note'>{row.note}</View>}
              {row.chip && <StateChip state={row.chip.state}>{row.chip.text}</StateChip>}
            </View>
            <Icon name='chevron-right' />
          </Tap>
        )
      })}
      <ShowMore shown={shown} all={places.length} onMore={() => setShown(shown + PAGE_SIZE)} />
      {mayAdd && (
        <View className='dfv-row'>
          <Button icon='add' onTap={() => toRecordForm({ kind })}>
            {copy.addPlace[type]}
          </Button>
        </View>
      )}
    </View>
  )
}
