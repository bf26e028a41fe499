import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Letter, type LetterKind, rightsApi, villagesApi } from '@/shared/api'
import { common, letters as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showInstant } from '@/shared/format'
import { goBack, toSignInAndBack } from '@/shared/navigation'
import { callPhone, newId, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Options,
  Page,
  Region,
  Skeleton,
  type SummaryLine,
  TextArea,
} from '@/shared/ui'
import { checkLetter, EMPTY_LETTER, kindOptions, letterOf, officeOptions } from './view-model'

/** Letters to the office and their answers. A crime in progress is nothing for a letter: 110 stands first. */
export default function LettersPage() {
  const { signedIn, accountId } = useViewer()
  const mine = useResource(accountId, rightsApi.letters)
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-card dfv-stack'>
        <View className='dfv-text'>{copy.emergency}</View>
        <Button icon='phone' onTap={() => callPhone('110')}>
          {copy.call}
        </Button>
      </View>
      <View className='dfv-text'>{copy.lead}</View>
      {!signedIn && (
        <EmptyState icon='letter' text={copy.signInFirst}>
          <Button onTap={toSignInAndBack}>{copy.signIn}</Button>
        </EmptyState>
      )}
      {signedIn && <Writing onSent={mine.reload} />}
      {mine.loading && !mine.data && <Skeleton />}
      {mine.failure && <Failure told={mine.failure} onRetry={mine.reload} onHome={goBack} />}
      {mine.data?.items.map((letter) => (
        <LetterCard key={letter.id} letter={letter} />
      ))}
    </Page>
  )
}

function LetterCard({ letter }: { letter: Letter }) {
  return (
    <View className='dfv-card dfv-stack'>
      <View className='dfv-fine'>
        {[showInstant(letter.createdAt, today()), letter.office, copy.kinds[letter.kind]].join(
          common.separator,
        )}
      </View>
      <View className='dfv-text'>{letter.text}</View>
      <View className='dfv-text'>
        {letter.answer === null ? copy.open : `${copy.answer}${letter.answer}`}
      </View>
    </View>
  )
}

/** The id is made when the writing begins: sent twice on a bad network, it is one letter. */
function Writing({ onSent }: { onSent: () => void }) {
  const areas = useResource('offices', () => villagesApi.areas({}))
  const [id, setId] = useState<string | null>(null)
  const [form, setForm] = useState(EMPTY_LETTER)
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [news, setNews] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text

  const begin = async () => {
    setNews(null)
    setId(await newId())
  }
  const send = async () => {
    const letter = letterOf(form)
    setFaults(checkLetter(form))
    if (!letter || id === null || busy) return
    setBusy(true)
    try {
      await rightsApi.write(id, letter)
      setId(null)
      setForm(EMPTY_LETTER)
      setNews(copy.sent)
      onSent()
    } catch (error) {
      const told = tell(error)
      setNews(told.kind === 'offline' ? copy.offline : told.text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Region role='status'>{news}</Region>
      {id === null && (
        <Button look='primary' icon='edit' className='dfv-letter-write' onTap={begin}>
          {copy.write}
        </Button>
      )}
      {id !== null && (
        <View className='dfv-card dfv-stack'>
          <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
          {areas.failure && <Failure told={areas.failure} onRetry={areas.reload} />}
          <Field name='office' label={copy.to} error={errorAt('office')} group='radiogroup'>
            <Options
              options={officeOptions(areas.data?.items ?? [])}
              chosen={form.office ? [form.office] : []}
              onChange={([office = null]) => setForm({ ...form, office })}
            />
          </Field>
          <Field name='kind' label={copy.kind} error={errorAt('kind')} group='radiogroup'>
            <Options
              options={kindOptions()}
              chosen={form.kind ? [form.kind] : []}
              onChange={([kind]) => setForm({ ...form, kind: (kind as LetterKind) ?? null })}
            />
          </Field>
          <Field name='text' label={copy.text} help={copy.textHelp} error={errorAt('text')}>
            <TextArea
              value={form.text}
              label={copy.text}
              maxLength={1000}
              wrong={errorAt('text') !== undefined}
              onChange={(text) => setForm({ ...form, text })}
            />
          </Field>
          <Button look='primary' disabled={busy} className='dfv-letter-send' onTap={send}>
            {busy ? common.submitting : copy.send}
          </Button>
          <Button onTap={() => setId(null)}>{common.cancel}</Button>
        </View>
      )}
    </>
  )
}
