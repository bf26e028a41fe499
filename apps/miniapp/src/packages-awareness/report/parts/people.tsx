import { View } from '@tarojs/components'
import { awareness as copy } from '@/shared/copy'
import { Facts, Heading, Picture, StateChip } from '@/shared/ui'
import type { PeopleView } from '../view-model'
import { Items } from './items'

/** One audience: its rate in words and as a picture, then what it rests on. */
export function People({ view }: { view: PeopleView }) {
  return (
    <View className={`dfv-card dfv-stack dfv-aware dfv-aware--${view.audience}`}>
      <View className='dfv-aware__head'>
        <Heading level={2}>{view.title}</Heading>
        {view.state && <StateChip state={view.state} />}
      </View>
      {view.bar && (
        <Picture className='dfv-aware__bar' src={view.bar.image} fit='fill' label={view.bar.label} />
      )}
      <View className='dfv-aware__rate'>{view.sentence}</View>
      {view.grounds.map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
      <Facts facts={view.channels} />
      {view.remarks.map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
      <Missing lines={view.missing} />
      {view.trend.length > 0 && <Heading level={3}>{copy.trend}</Heading>}
      <Facts facts={view.trend} />
      <Items items={view.items} />
    </View>
  )
}

export function Missing({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Heading level={3}>{copy.missing}</Heading>
      {lines.map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
    </>
  )
}
