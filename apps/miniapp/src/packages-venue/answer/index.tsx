import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ownVenueApi, type QuizAttempt, type StaffPaper } from '@/shared/api'
import { classes, common, ownVenue as copy, quiz } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toTab } from '@/shared/navigation'
import { Answering, ExplainedItem, explain } from '@/shared/paper'
import { newId } from '@/shared/platform'
import {
  BottomBar,
  Button,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Page,
  Receipt,
  Region,
  TextInput,
} from '@/shared/ui'

const CODE = /^\d{8}$/

/** A member of a venue's staff answers with the digits his manager gave him; his answers are told to nobody. */
export default function StaffQuizPage() {
  const [code, setCode] = useState('')
  const [paper, setPaper] = useState<StaffPaper | null>(null)
  const [result, setResult] = useState<QuizAttempt | null>(null)
  const [fault, setFault] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const attemptId = useRef<Promise<string> | null>(null)

  const draw = async () => {
    const digits = code.replace(/\s/g, '')
    setTold(null)
    if (!CODE.test(digits)) {
      setFault(copy.codeMissing)
      focusOn(fieldAnchor('code'))
      return
    }
    setFault('')
    if (busy) return
    setBusy(true)
    try {
      const drawn = await ownVenueApi.draw(digits)
      attemptId.current = newId()
      setPaper(drawn)
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  if (paper && result) return <Done paper={paper} result={result} />
  if (paper) {
    return (
      <Answering
        key={paper.paperId}
        title={copy.answerTitle}
        items={paper.items}
        unfinished={quiz.unfinishedNote}
        keepOpen={copy.keepOpen}
        onHandIn={async (answers) =>
          ownVenueApi.handIn(await (attemptId.current ?? newId()), {
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
      title={copy.answerTitle}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-staff-quiz' onTap={draw} disabled={busy}>
            {busy ? quiz.drawing : copy.answerDo}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.answerTitle}</Heading>
      {told && (
        <Region role='alert' className='dfv-errors'>
          {told.text}
        </Region>
      )}
      <View className='dfv-card'>
        <Field name='code' label={copy.answerLead} help={copy.answerCalm} error={fault || undefined}>
          <TextInput
            id={`${fieldAnchor('code')}-input`}
            value={code}
            label={copy.digits}
            keyboard='number'
            maxLength={10}
            wrong={fault !== ''}
            onChange={setCode}
            onConfirm={() => void draw()}
          />
        </Field>
      </View>
    </Page>
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
      <Heading level={2}>{classes.learn}</Heading>
      {result.items.map((item) => (
        <ExplainedItem key={item.no} item={explain(paper.items, item)} />
      ))}
    </Page>
  )
}
