import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { quiz as copy } from '@/shared/copy'
import { replaceByQuizResult, toTab } from '@/shared/navigation'
import { Question } from '@/shared/paper'
import { chooseOption, desk, goToQuestion, useSitting } from '@/shared/quiz'
import { BottomBar, Button, EmptyState, focusOn, Heading, Link, Page, Region } from '@/shared/ui'
import { paperView } from './view-model'

/** One question a screen; nothing jumps on by itself, and no clock runs. */
export default function PaperPage() {
  const sitting = useSitting((state) => state.sitting)
  const view = paperView(sitting)
  const at = sitting?.at ?? 0
  const handIn = () => void desk.handIn()

  useEffect(() => {
    if (view.stage === 'done') replaceByQuizResult()
  }, [view.stage])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the question
  useEffect(() => {
    focusOn('question')
  }, [at])

  if (view.stage === 'question') {
    return (
      <Page
        title={copy.title}
        bottom={
          <BottomBar>
            <Button look='primary' className='dfv-next' onTap={() => goToQuestion(at + 1)}>
              {view.isLast ? copy.toEnd : copy.next}
            </Button>
            {!view.isFirst && <Button onTap={() => goToQuestion(at - 1)}>{copy.previous}</Button>}
          </BottomBar>
        }
      >
        <Question
          question={view.question}
          chosen={view.chosen}
          done={view.done}
          total={view.total}
          note={view.bankNote}
          onChoose={chooseOption}
        />
      </Page>
    )
  }
  if (view.stage === 'end') {
    return (
      <Page
        title={copy.title}
        bottom={
          <BottomBar>
            <Button look='primary' className='dfv-hand-in' onTap={handIn}>
              {copy.handIn}
            </Button>
            <Button onTap={() => goToQuestion(0)}>{copy.lookAgain}</Button>
          </BottomBar>
        }
      >
        <Region role='group' id='question' className='dfv-card' label={copy.endTitle} focusable>
          <Heading level={1}>{copy.endTitle}</Heading>
          <View className='dfv-text'>{view.lead}</View>
          {view.missing.map((one) => (
            <View key={one.no}>
              <Link onTap={() => goToQuestion(one.at)}>{one.text}</Link>
            </View>
          ))}
          {view.missing.length > 0 && <View className='dfv-fine'>{copy.unfinishedNote}</View>}
        </Region>
      </Page>
    )
  }
  return (
    <Page title={copy.title} {...(view.stage === 'waiting' && { offline: null })}>
      {view.stage === 'waiting' && (
        <EmptyState
          icon={view.text === '' ? 'send' : 'phone-only'}
          text={view.text === '' ? copy.handingIn : copy.waitingTitle}
          note={view.text === '' ? undefined : `${view.text} ${copy.waitingNote}`}
        >
          {view.text !== '' && <Button onTap={handIn}>{copy.tryAgain}</Button>}
          <Link onTap={() => toTab('home')}>{copy.later}</Link>
        </EmptyState>
      )}
      {view.stage === 'refused' && (
        <EmptyState icon='warning' text={copy.refusedTitle} note={view.text}>
          <Button look='primary' onTap={() => toTab('work')}>
            {copy.newPaper}
          </Button>
        </EmptyState>
      )}
      {view.stage === 'none' && (
        <EmptyState icon='quiz' text={copy.noPaper}>
          <Button look='primary' onTap={() => toTab('work')}>
            {copy.toStart}
          </Button>
        </EmptyState>
      )}
    </Page>
  )
}
