import { useState } from 'react'
import { type ClassAnswers, type ClassPaper, classesApi } from '@/shared/api'
import { classes as copy } from '@/shared/copy'
import { toTab } from '@/shared/navigation'
import { Answering, CodeEntry, ExplainedItem, explain, useCodeEntry } from '@/shared/paper'
import { BottomBar, Button, Heading, Page, Receipt } from '@/shared/ui'

const DIGITS = 6

/** A pupil joins with the code on the board, answers and learns. Nothing of him stays on the device. */
export default function JoinClassPage() {
  const { drawn: paper, entry } = useCodeEntry([DIGITS], copy.codeMissing, classesApi.join)
  const [done, setDone] = useState<{ paper: ClassPaper; result: ClassAnswers } | null>(null)
  // The next pupil draws a paper of his own with the same code.
  if (done && done.paper === paper) return <Done {...done} busy={entry.busy} onNext={entry.enter} />
  if (paper) {
    return (
      <Answering
        key={paper.paperId}
        title={[paper.className, paper.topic].join(' ')}
        items={paper.items}
        unfinished={copy.unfinished}
        keepOpen={copy.keepOpen}
        onHandIn={(answers) => classesApi.handIn(paper, answers)}
        onDone={(result) => setDone({ paper, result })}
      />
    )
  }
  return (
    <CodeEntry
      entry={entry}
      title={copy.join}
      lead={copy.joinLead}
      help={copy.joinCalm}
      label={copy.digits}
      maxLength={DIGITS + 2}
      action={entry.busy ? copy.joining : copy.joinDo}
      className='dfv-join'
    />
  )
}

type DoneProps = { paper: ClassPaper; result: ClassAnswers; busy: boolean; onNext: () => void }

/** Thanks, and why each answer is so: no score, nothing to compare. */
function Done({ paper, result, busy, onNext }: DoneProps) {
  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-next-pupil' onTap={onNext} disabled={busy}>
            {copy.nextPupil}
          </Button>
          <Button onTap={() => toTab('home')}>{copy.leave}</Button>
        </BottomBar>
      }
    >
      <Receipt
        arrived
        title={copy.thanks}
        lines={[result.counted ? copy.countedNote : copy.notCounted[result.notCountedReason ?? 'unfinished']]}
      />
      <Heading level={2}>{copy.learn}</Heading>
      {result.items.map((item) => (
        <ExplainedItem key={item.no} item={explain(paper.items, item)} />
      ))}
    </Page>
  )
}
