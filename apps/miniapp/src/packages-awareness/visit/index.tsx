import { View } from '@tarojs/components'
import { useState } from 'react'
import { type QuizAttempt, type SamplePaper, samplesApi } from '@/shared/api'
import { classes, common, sampling as copy, ownVenue, quiz } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack, toSignIn } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { Answering, ExplainedItem, explain } from '@/shared/paper'
import { newId } from '@/shared/platform'
import { BottomBar, Button, Failure, Heading, Page, Receipt } from '@/shared/ui'

type Drawn = { paper: SamplePaper; attemptId: string }

/** At home, on the cadre's phone: who asks is on record, who answers is not. */
export default function VisitPage() {
  const params = usePageParams()
  const id = params.id ?? ''
  const number = Number(params.number)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [result, setResult] = useState<QuizAttempt | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const title = copy.visitTitle(number)
  const begin = async () => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      // The attempt's id is made once: handing in again after a lost answer is handing in once.
      setDrawn({ paper: await samplesApi.visit(id, number), attemptId: await newId() })
      setResult(null)
    } catch (error) {
      const answer = tell(error)
      setTold(answer.kind === 'offline' ? { ...answer, text: copy.visitOffline } : answer)
    } finally {
      setBusy(false)
    }
  }
  if (drawn && result) return <Done paper={drawn.paper} result={result} busy={busy} onAgain={begin} />
  if (drawn) {
    const { paper, attemptId } = drawn
    return (
      <Answering
        key={paper.paperId}
        title={title}
        items={paper.items}
        unfinished={quiz.unfinishedNote}
        keepOpen={ownVenue.keepOpen}
        onHandIn={(answers) =>
          samplesApi.handInVisit(attemptId, {
            paperId: paper.paperId,
            token: paper.token,
            startedAt: paper.issuedAt,
            answers,
          })
        }
        onDone={setResult}
      />
    )
  }
  return (
    <Page
      title={copy.visit}
      offline={null}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-visit' onTap={begin} disabled={busy}>
            {busy ? quiz.drawing : copy.visitStart}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{title}</Heading>
      {told && <Failure told={told} onRetry={begin} onSignIn={toSignIn} />}
      <View className='dfv-card dfv-stack'>
        <View className='dfv-text'>{copy.visitLead}</View>
        <View className='dfv-text'>{copy.visitNote}</View>
      </View>
    </Page>
  )
}

type DoneProps = { paper: SamplePaper; result: QuizAttempt; busy: boolean; onAgain: () => void }

/** Thanks, and why each answer is so; no score, for it is nobody's examination. */
function Done({ paper, result, busy, onAgain }: DoneProps) {
  return (
    <Page
      title={copy.visit}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-visit-done' onTap={goBack}>
            {common.done}
          </Button>
          {!result.counted && (
            <Button onTap={onAgain} disabled={busy}>
              {copy.visitStart}
            </Button>
          )}
        </BottomBar>
      }
    >
      <Receipt
        arrived
        title={classes.thanks}
        lines={[
          result.counted ? copy.visitDone : ownVenue.notCounted[result.notCountedReason ?? 'unfinished'],
        ]}
      />
      {result.items.length > 0 && <Heading level={2}>{classes.learn}</Heading>}
      {result.items.map((item) => (
        <ExplainedItem key={item.no} item={explain(paper.items, item)} />
      ))}
    </Page>
  )
}
