import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { common, quiz as copy, study } from '@/shared/copy'
import { replaceByPractice, toMistakes, toTab } from '@/shared/navigation'
import { ExplainedItem } from '@/shared/paper'
import { today } from '@/shared/platform'
import { useSitting } from '@/shared/quiz'
import { BottomBar, Button, EmptyState, Heading, Icon, Page, Region, Tap } from '@/shared/ui'
import { withMistakes } from '../mistakes/mistake-box'
import { readBox, writeBox } from '../mistakes/stored-box'
import './index.scss'
import { resultView } from './view-model'

export default function ResultPage() {
  const sitting = useSitting((state) => state.sitting)
  const [showRight, setShowRight] = useState(false)
  useEffect(() => {
    if (sitting?.result) writeBox(withMistakes(readBox(), sitting, sitting.result))
  }, [sitting])
  if (!sitting?.result) {
    return (
      <Page title={copy.title}>
        <EmptyState icon='quiz' text={copy.noPaper}>
          <Button look='primary' onTap={() => toTab('work')}>
            {copy.toStart}
          </Button>
        </EmptyState>
      </Page>
    )
  }
  const view = resultView(sitting, sitting.result, today())
  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-finish' onTap={() => toTab('home')}>
            {common.done}
          </Button>
          <Button onTap={replaceByPractice}>{copy.again}</Button>
        </BottomBar>
      }
    >
      <Region role='status' className='dfv-receipt'>
        <Heading level={1}>{view.title}</Heading>
        {view.passMark && <View className='dfv-text'>{view.passMark}</View>}
        <View className='dfv-text dfv-counted'>{view.countedText}</View>
        {view.bankNote && <View className='dfv-fine'>{view.bankNote}</View>}
      </Region>
      {view.wrong.length > 0 && <Heading level={2}>{copy.wrongOnes(view.wrong.length)}</Heading>}
      {view.wrong.map((item) => (
        <ExplainedItem key={item.no} item={item} />
      ))}
      {view.wrong.length > 0 && (
        <Button className='dfv-to-mistakes' onTap={toMistakes}>
          {study.mistakes}
        </Button>
      )}
      {view.right.length > 0 && (
        <Tap className='dfv-fold' expanded={showRight} onTap={() => setShowRight(!showRight)}>
          {copy.rightOnes(view.right.length)}
          <Icon name={showRight ? 'chevron-up' : 'chevron-down'} />
        </Tap>
      )}
      {showRight && view.right.map((item) => <ExplainedItem key={item.no} item={item} />)}
    </Page>
  )
}
