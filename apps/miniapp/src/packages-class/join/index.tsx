import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ClassAnswers, type ClassPaper, classesApi } from '@/shared/api'
import { classes as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toTab } from '@/shared/navigation'
import { Answering, ExplainedItem, explain } from '@/shared/paper'
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

const CODE = /^\d{6}$/

/** A pupil joins with the code on the board, answers and learns. Nothing of him stays on the device. */
export default function JoinClassPage() {
  const [code, setCode] = useState('')
  const [paper, setPaper] = useState<ClassPaper | null>(null)
  const [result, setResult] = useState<ClassAnswers | null>(null)
  const [fault, setFault] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)

  const join = async () => {
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
      const drawn = await classesApi.join(digits)
      setResult(null)
      setPaper(drawn)
    } catch (error) {
      setPaper(null)
      setResult(null)
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  if (paper && result) return <Done paper={paper} result={result} busy={busy} onNext={join} />
  if (paper) {
    return (
      <Answering
        key={paper.paperId}
        title={[paper.className, paper.topic].join(' ')}
        items={paper.items}
        unfinished={copy.unfinished}
        keepOpen={copy.keepOpen}
        onHandIn={(answers) => classesApi.handIn(paper, answers)}
        onDone={setResult}
      />
    )
  }
  return (
    <Page
      title={copy.join}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-join' onTap={join} disabled={busy}>
            {busy ? copy.joining : copy.joinDo}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.join}</Heading>
      {told && (
        <Region role='alert' className='dfv-errors'>
          {told.text}
        </Region>
      )}
      <View className='dfv-card'>
        <Field name='code' label={copy.joinLead} help={copy.joinCalm} error={fault || undefined}>
          <TextInput
            id={`${fieldAnchor('code')}-input`}
            value={code}
            label={copy.digits}
            keyboard='number'
            maxLength={8}
            wrong={fault !== ''}
            onChange={setCode}
            onConfirm={() => void join()}
          />
        </Field>
      </View>
    </Page>
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
