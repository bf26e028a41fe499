import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, households as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, DateInput, Field, fieldAnchor, TextInput } from '@/shared/ui'
import { numbersIn, paperDays } from '../view-model'

export type Papers = { numbers: number[]; signedOn: string; paper: string }
type Props = {
  year: number
  /** For a year that has gone the day is not guessed. */
  isOver: boolean
  busy: boolean
  onPapers: (papers: Papers) => void
}

/** Households that signed on paper, by number, as many as lie on the pile. */
export function PapersForm({ year, isOver, busy, onPapers }: Props) {
  const [typed, setTyped] = useState('')
  const [signedOn, setSignedOn] = useState(isOver ? '' : today())
  const [paper, setPaper] = useState('')
  const [faults, setFaults] = useState<{ numbers?: string; signedOn?: string; paper?: string }>({})
  const submit = () => {
    const numbers = numbersIn(typed)
    const place = paper.trim()
    setFaults({
      ...(numbers === null ? { numbers: copy.papersWrong } : {}),
      ...(signedOn === '' ? { signedOn: copy.papersOnMissing } : {}),
      ...(place.length < 2 ? { paper: copy.papersPlaceMissing } : {}),
    })
    if (numbers !== null && signedOn !== '' && place.length >= 2)
      onPapers({ numbers, signedOn, paper: place })
  }
  return (
    <View className='dfv-stack'>
      <View className='dfv-text'>{isOver ? copy.papersNoteOver(year) : copy.papersNote}</View>
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
      <Field name='signedOn' label={copy.papersOn} help={copy.papersOnHelp(year)} error={faults.signedOn}>
        <DateInput
          id={`${fieldAnchor('signedOn')}-input`}
          value={signedOn}
          label={copy.papersOn}
          shown={signedOn === '' ? copy.papersOnChoose : showDate(signedOn, today())}
          {...paperDays(year, today())}
          wrong={faults.signedOn !== undefined}
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
