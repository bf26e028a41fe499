import { View } from '@tarojs/components'

export type Fact = { name: string; value: string }

/** Questions and answers, one below the other. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className='dfv-facts'>
      {facts.map(({ name, value }) => (
        <View key={name} className='dfv-facts__row'>
          <View className='dfv-facts__name'>{name}</View>
          <View className='dfv-facts__value'>{value}</View>
        </View>
      ))}
    </View>
  )
}
