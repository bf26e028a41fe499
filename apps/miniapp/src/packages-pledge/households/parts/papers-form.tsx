import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, households as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, DateInput, Field, fieldAnchor, TextInput } from '@/shared/ui'
import { numbersIn } from '../view-model'

export type Papers = { numbers: number[]; signedOn: string; paper: string }
type Props = { busy: boolean; onPapers: (papers: Papers) => void }

/** Households that signed on paper, by number, as many as lie on the pile. */
export function PapersForm({ busy, onPapers }: Props) {
  const [typed, setTyped] = useState('')
  const [signedOn, setSignedOn] = useState(today)
  const [paper, setPaper] = useState('')
  const [faults, setFaults] = useState<{ numbers?: string; paper?: string }>({})
  const submit = () => {
    const numbers = numbersIn(typed)
    const place = paper.trim()
    setFaults({
      ...(numbers === null ? { numbers: copy.papersWrong } : {}),
      ...(place.length < 2 ? { paper: copy.papersPlaceMissing } : {}),
    })
    if (numbers !== null && place.length >= 2) onPapers({ numbers, signedOn, paper: place })
  }
  return (
    <View className='dfv-stack'>
      <View className='dfv-text'>{copy.papersNote}</View>
      <Field name='numbers' label={copy.papersNumbers} help={copy.papersHelp} error={faults.numbers}>
        <TextInput
          id={`${fieldAnchor('numbers')}-input`}
          value={typed}
          label={copy.papersNumbers}
          maxLength={200}
          wrong={faults.numbers !== undefined}
          onChange={setTyped}
        />
      </Field>
      <Field name='signedOn' label={copy.papersOn}>
        <DateInput
          id={`${fieldAnchor('signedOn')}-input`}
          value={signedOn}
          label={copy.papersOn}
          shown={showDate(signedOn, today())}
          max={today()}
          onChange={setSignedOn}
        />
      </Field>
      <Field name='paper' label={copy.papersPlace} error={faults.paper}>
        <TextInput
          id={`${fieldAnchor('paper')}-input`}
          value={paper}
          label={copy.papersPlace}
          maxLength={60}
          wrong={faults.paper !== undefined}
          onChange={setPaper}
        />
      </Field>
      <Button look='primary' className='dfv-add-papers' onTap={submit} disabled={busy}>
        {busy ? common.submitting : copy.papersDo}
      </Button>
    </View>
  )
}
