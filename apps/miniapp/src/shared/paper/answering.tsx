import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { QuizAttemptIn, QuizQuestion } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { answersOf, choose, goTo, type Answering as Paper, unansweredOf } from '@/shared/quiz'
import { BottomBar, Button, EmptyState, focusOn, Heading, Link, Page, Region } from '@/shared/ui'
import { Question } from './question'

type Props<Result> = {
  title: string
  items: readonly QuizQuestion[]
  /** Why a paper with gaps does not count. */
  unfinished: string
  /** What to do while it cannot be sent: nothing of it is stored. */
  keepOpen: string
  onHandIn: (answers: QuizAttemptIn['answers']) => Promise<Result>
  onDone: (result: Result) => void
}

/**
 * A paper without an account: one question a screen, and a look back before it is handed in. The answers are in this page
 * alone, so that the next one who holds the device finds nothing of them.
 */
export function Answering<Result>({ title, items, unfinished, keepOpen, onHandIn, onDone }: Props<Result>) {
  const [paper, setPaper] = useState<Paper>({ paper: { items }, answers: {}, at: 0, handIn: 'no' })
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const { at } = paper
  const go = (to: number) => setPaper((now) => goTo(now, to))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the question
  useEffect(() => {
    focusOn('question')
  }, [at])

  const handIn = async () => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      onDone(await onHandIn(answersOf(paper)))
    } catch (error) {
      setTold(tell(error))
      setBusy(false)
    }
  }
  const question = items[at]
  if (question) {
    return (
      <Page
        title={title}
        bottom={
          <BottomBar>
            <Button look='primary' className='dfv-next' onTap={() => go(at + 1)}>
              {at === items.length - 1 ? copy.toEnd : copy.next}
            </Button>
            {at > 0 && <Button onTap={() => go(at - 1)}>{copy.previous}</Button>}
          </BottomBar>
        }
      >
        <Question
          question={question}
          chosen={(paper.answers[question.no] ?? []).map(String)}
          done={at + 1}
          total={items.length}
          onChoose={(no, option) => setPaper((now) => choose(now, no, option))}
        />
      </Page>
    )
  }
  const missing = unansweredOf(paper)
  return (
    <Page
      title={title}
      offline={null}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-hand-in' onTap={handIn} disabled={busy}>
            {busy ? copy.handingIn : told ? copy.tryAgain : copy.handIn}
          </Button>
          {!busy && <Button onTap={() => go(0)}>{copy.lookAgain}</Button>}
        </BottomBar>
      }
    >
      {told && (
        <EmptyState icon='warning' text={told.text} note={told.kind === 'refused' ? undefined : keepOpen} />
      )}
      <Region role='group' id='question' className='dfv-card' label={copy.endTitle} focusable>
        <Heading level={1}>{copy.endTitle}</Heading>
        <View className='dfv-text'>
          {missing.length === 0 ? copy.endAll(items.length) : copy.endMissing(missing.length)}
        </View>
        {missing.map((no) => (
          <View key={no}>
            <Link onTap={() => go(items.findIndex((one) => one.no === no))}>{copy.missing(no)}</Link>
          </View>
        ))}
        {missing.length > 0 && <View className='dfv-fine'>{unfinished}</View>}
      </Region>
    </Page>
  )
}
