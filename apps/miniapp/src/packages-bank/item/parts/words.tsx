import { View } from '@tarojs/components'
import type { ItemVersion } from '@/shared/api'
import { quizBank as copy } from '@/shared/copy'
import { Heading, Icon } from '@/shared/ui'
import { questionView } from '../view-model'

/** What a version says, the right options marked in sign and word. */
export function Words({ version, level }: { version: ItemVersion; level: 1 | 3 }) {
  const view = questionView(version)
  return (
    <>
      <Heading level={level}>{view.stem}</Heading>
      <View className='dfv-fine'>{view.kind}</View>
      {view.options.map(({ letter, text, right }) => (
        <View key={letter} className={right ? 'dfv-text dfv-explained__answer' : 'dfv-text'}>
          {`${letter}. ${text}`}
          {right && (
            <View className='dfv-inline'>
              <Icon name='check' small />
              {copy.rightOne}
            </View>
          )}
        </View>
      ))}
      <View className='dfv-text'>{`${copy.why}：${view.explanation}`}</View>
      <View className='dfv-quote'>{`${copy.basis}：${view.basis}`}</View>
    </>
  )
}
