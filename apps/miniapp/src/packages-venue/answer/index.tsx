import { useState } from 'react'
import {
  ownVenueApi,
  type QuizAttempt,
  type QuizAttemptIn,
  type QuizQuestion,
  samplesApi,
} from '@/shared/api'
import { classes, common, ownVenue as copy, invited, quiz } from '@/shared/copy'
import { toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { Answering, CodeEntry, ExplainedItem, explain, useCodeEntry } from '@/shared/paper'
import { newId } from '@/shared/platform'
import { quizDevice } from '@/shared/quiz'
import { BottomBar, Button, Heading, Page, Receipt } from '@/shared/ui'
import { CertificateOffer } from './parts/certificate'

/** Of the slip of whoever was drawn, and of a member of a venue's staff. */
const [SLIP, STAFF] = [12, 8]
/** A slip is printed in groups of four. */
const SPACES = 2

type Drawn = {
  paper: { paperId: string; token: string; issuedAt: string; items: QuizQuestion[] }
  /** Made once: handing in again after a lost answer is handing in once. */
  attemptId: string
  handIn: (attemptId: string, attempt: QuizAttemptIn) => Promise<QuizAttempt>
  /** What is said when it counts. */
  counted: string
  /** Whoever works in a venue can have a certificate. */
  isStaff: boolean
}

async function draw(code: string): Promise<Drawn> {
  const attemptId = await newId()
  if (code.length === STAFF) {
    const paper = await ownVenueApi.draw(code)
    return {
      paper,
      attemptId,
      handIn: ownVenueApi.handIn,
      counted: copy.counted(paper.venueName),
      isStaff: true,
    }
  }
  const paper = await samplesApi.drawInvited(code)
  return {
    paper,
    attemptId,
    handIn: async (id, attempt) => samplesApi.handInInvited(id, { ...attempt, device: await quizDevice() }),
    counted: invited.counted(paper.areaName),
    isStaff: false,
  }
}

/** Somebody without an account answers with the digits he was given; his answers are told to nobody. */
export default function CodeQuizPage() {
  const { code } = usePageParams()
  const { drawn, entry } = useCodeEntry([SLIP, STAFF], invited.codeMissing, draw, code)
  const [done, setDone] = useState<{ drawn: Drawn; result: QuizAttempt } | null>(null)
  // An unfinished paper is drawn again with the same digits.
  if (done && done.drawn === drawn) return <Done {...done} busy={entry.busy} onAgain={entry.enter} />
  if (drawn) {
    const { paper, attemptId, handIn } = drawn
    return (
      <Answering
        key={paper.paperId}
        title={invited.codeTitle}
        items={paper.items}
        unfinished={quiz.unfinishedNote}
        keepOpen={copy.keepOpen}
        onHandIn={(answers) =>
          handIn(attemptId, {
            paperId: paper.paperId,
            token: paper.token,
            startedAt: paper.issuedAt,
            answers,
          })
        }
        onDone={(result) => setDone({ drawn, result })}
      />
    )
  }
  return (
    <CodeEntry
      entry={entry}
      title={invited.codeTitle}
      lead={invited.codeLead}
      help={invited.codeHelp}
      label={invited.codeDigits}
      maxLength={SLIP + SPACES}
      action={entry.busy ? quiz.drawing : copy.answerDo}
      className='dfv-staff-quiz'
    />
  )
}

type DoneProps = { drawn: Drawn; result: QuizAttempt; busy: boolean; onAgain: () => void }

function Done({ drawn, result, busy, onAgain }: DoneProps) {
  const isAgain = !result.counted && result.items.length === 0
  return (
    <Page
      title={invited.codeTitle}
      bottom={
        <BottomBar>
          {isAgain && (
            <Button look='primary' onTap={onAgain} disabled={busy}>
              {quiz.start}
            </Button>
          )}
          <Button look={isAgain ? 'plain' : 'primary'} onTap={() => toTab('home')}>
            {common.done}
          </Button>
        </BottomBar>
      }
    >
      <Receipt
        arrived
        title={quiz.resultTitle(result.correct, result.score)}
        lines={[result.counted ? drawn.counted : copy.notCounted[result.notCountedReason ?? 'practice']]}
      />
      {drawn.isStaff && <CertificateOffer result={result} token={drawn.paper.token} />}
      {result.items.length > 0 && <Heading level={2}>{classes.learn}</Heading>}
      {result.items.map((item) => (
        <ExplainedItem key={item.no} item={explain(drawn.paper.items, item)} />
      ))}
    </Page>
  )
}
