import { useState } from 'react'
import { ownVenueApi, type QuizAttempt, type StaffPaper } from '@/shared/api'
import { classes, common, ownVenue as copy, quiz } from '@/shared/copy'
import { toTab } from '@/shared/navigation'
import { Answering, CodeEntry, ExplainedItem, explain, useCodeEntry } from '@/shared/paper'
import { newId } from '@/shared/platform'
import { BottomBar, Button, Heading, Page, Receipt } from '@/shared/ui'

const DIGITS = 8

/** The attempt's id is made once: handing in again after a lost answer is handing in once. */
const draw = async (code: string) => ({ paper: await ownVenueApi.draw(code), attemptId: await newId() })

/** A member of a venue's staff answers with the digits his manager gave him; his answers are told to nobody. */
export default function StaffQuizPage() {
  const { drawn, entry } = useCodeEntry(DIGITS, copy.codeMissing, draw)
  const [result, setResult] = useState<QuizAttempt | null>(null)
  if (drawn && result) return <Done paper={drawn.paper} result={result} />
  if (drawn) {
    const { paper, attemptId } = drawn
    return (
      <Answering
        key={paper.paperId}
        title={copy.answerTitle}
        items={paper.items}
        unfinished={quiz.unfinishedNote}
        keepOpen={copy.keepOpen}
        onHandIn={(answers) =>
          ownVenueApi.handIn(attemptId, {
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
    <CodeEntry
      entry={entry}
      title={copy.answerTitle}
      lead={copy.answerLead}
      help={copy.answerCalm}
      label={copy.digits}
      maxLength={DIGITS + 2}
      action={entry.busy ? quiz.drawing : copy.answerDo}
      className='dfv-staff-quiz'
    />
  )
}

function Done({ paper, result }: { paper: StaffPaper; result: QuizAttempt }) {
  const counted = result.counted
    ? copy.counted(paper.venueName)
    : copy.notCounted[result.notCountedReason ?? 'practice']
  return (
    <Page
      title={copy.answerTitle}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={() => toTab('home')}>
            {common.done}
          </Button>
        </BottomBar>
      }
    >
      <Receipt arrived title={quiz.resultTitle(result.correct, result.score)} lines={[counted]} />
      {result.items.length > 0 && <Heading level={2}>{classes.learn}</Heading>}
      {result.items.map((item) => (
        <ExplainedItem key={item.no} item={explain(paper.items, item)} />
      ))}
    </Page>
  )
}
