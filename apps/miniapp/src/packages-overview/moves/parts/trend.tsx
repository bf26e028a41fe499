import { View } from '@tarojs/components'
import { moves as copy } from '@/shared/copy'
import { Heading } from '@/shared/ui'
import type { Column } from '../view-model'

const height = (percent: number) => ({ height: `${percent}%` })

/** Two small charts of columns; the same figures stand below in words, for readers, for paper, and for who prefers them. */
export function Trend({ columns, villages }: { columns: readonly Column[]; villages: number }) {
  const [first, last] = [columns[0], columns.at(-1)]
  return (
    <View className='dfv-card'>
      <Heading level={2}>{copy.trend}</Heading>
      {columns.length < 2 && <View className='dfv-text'>{copy.noTrend}</View>}
      {first && last && columns.length > 1 && (
        <>
          <View className='dfv-fine'>{copy.trendNote(villages)}</View>
          <View className='dfv-trend' ariaHidden>
            {columns.map(({ week, met, notMet, undetermined }) => (
              <View key={week} className='dfv-trend__column'>
                <View className='dfv-trend__undetermined' style={height(undetermined)} />
                <View className='dfv-trend__notMet' style={height(notMet)} />
                <View className='dfv-trend__met' style={height(met)} />
              </View>
            ))}
          </View>
          <View className='dfv-fine'>{copy.chart(first.title, last.title)}</View>
          <Heading level={3} className='dfv-trend__title'>
            {copy.overdue}
          </Heading>
          <View className='dfv-trend dfv-trend--low' ariaHidden>
            {columns.map(({ week, late }) => (
              <View key={week} className='dfv-trend__column'>
                <View className='dfv-trend__late' style={height(late)} />
              </View>
            ))}
          </View>
          <View className='dfv-figures'>
            {[...columns].reverse().map(({ week, title, text, overdue, derived }) => (
              <View key={week} className='dfv-figures__line'>
                <View className='dfv-row__title'>
                  {title}
                  {derived && <View className='dfv-figures__mark dfv-inline'>{copy.derivedMark}</View>}
                </View>
                <View>{`${text} · ${overdue}`}</View>
              </View>
            ))}
          </View>
          {columns.some(({ derived }) => derived) && <View className='dfv-fine'>{copy.derived}</View>}
        </>
      )}
    </View>
  )
}
