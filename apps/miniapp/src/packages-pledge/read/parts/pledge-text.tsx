import { View } from '@tarojs/components'
import { Heading } from '@/shared/ui'
import type { Block } from '../view-model'

export function PledgeText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <View className='dfv-pledge-text'>
      {blocks.map((block) =>
        block.kind === 'text' ? (
          <View key={block.key} className='dfv-text'>
            {block.text}
          </View>
        ) : (
          <Heading key={block.key} level={block.kind === 'title' ? 1 : 2}>
            {block.text}
          </Heading>
        ),
      )}
    </View>
  )
}
