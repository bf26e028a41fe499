import { View } from '@tarojs/components'
import type { VillageYear } from '@/shared/api'
import { year as copy, roleNames } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { today } from '@/shared/platform'
import { Heading } from '@/shared/ui'

/** Every step with who and when; the first one first. */
export function History({ view }: { view: VillageYear }) {
  if (view.history.length === 0) return null
  return (
    <>
      <Heading level={2}>{copy.history}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {view.history.map(({ seq, kind, at, role, by, reason, document }) => (
          <View key={seq} className='dfv-row'>
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{copy.historyKinds[kind]}</View>
              <View className='dfv-row__note'>
                {copy.historyLine(
                  showInstant(at, today()),
                  `${roleNames[role as keyof typeof roleNames]} ${by}`,
                )}
              </View>
              {reason !== null && <View className='dfv-row__note'>{reason}</View>}
              {document !== null && <View className='dfv-row__note'>{document}</View>}
            </View>
          </View>
        ))}
      </View>
    </>
  )
}
