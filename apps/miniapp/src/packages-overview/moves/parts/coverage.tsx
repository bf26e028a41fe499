import { View } from '@tarojs/components'
import { moves as copy } from '@/shared/copy'
import { Heading } from '@/shared/ui'
import type { CoverageLine } from '../view-model'

/** Villages with the plaque year by year, from official decisions alone. @see 二(三) */
export function Coverage({ lines }: { lines: readonly CoverageLine[] }) {
  return (
    <View className='dfv-card'>
      <Heading level={2}>{copy.coverage}</Heading>
      {lines.map(({ year, title, text, warned, percent }) => (
        <View key={year} className='dfv-coverage'>
          <View className='dfv-row__title'>{title}</View>
          <View className='dfv-coverage__bar' ariaHidden>
            <View className='dfv-coverage__held' style={{ width: `${percent}%` }} />
          </View>
          <View>{[text, warned].filter(Boolean).join(' · ')}</View>
        </View>
      ))}
      <View className='dfv-fine'>{copy.coverageNote}</View>
    </View>
  )
}
