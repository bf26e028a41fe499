import { View } from '@tarojs/components'
import { quiz as copy } from '@/shared/copy'
import { Heading, Icon } from '@/shared/ui'
import type { Explained } from './explained'
import './paper.scss'

export function ExplainedItem({ item }: { item: Explained }) {
  return (
    <View className='dfv-card dfv-explained'>
      <View
        className={
          item.correct ? 'dfv-explained__verdict' : 'dfv-explained__verdict dfv-explained__verdict--wrong'
        }
      >
        <Icon name={item.correct ? 'check' : 'close'} small />
        {`${copy.itemNo(item.no)} ${item.verdict}`}
      </View>
      <Heading level={3}>{item.stem}</Heading>
      {!item.correct && <View className='dfv-text'>{item.chosen}</View>}
      <View className='dfv-text dfv-explained__answer'>{item.answer}</View>
      <View className='dfv-text'>{`${copy.why}：${item.why}`}</View>
      <View className='dfv-quote'>{`${copy.basis}：${item.basis}`}</View>
    </View>
  )
}
