import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Letter, rightsApi } from '@/shared/api'
import { common, officeLetters as copy, letters } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showInstant } from '@/shared/format'
import { toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  Failure,
  Field,
  Heading,
  Options,
  Page,
  Region,
  Skeleton,
  TextArea,
} from '@/shared/ui'

const LEAST = 5

/** Letters to this office. Opening them is noted in the trail. */
export default function OfficeLettersPage() {
  const { appointmentId } = useViewer()
  const [state, setState] = useState<Letter['state']>('open')
  const list = useResource(appointmentId && `${appointmentId}:${state}`, () => rightsApi.received(state))
  const [later, setLater] = useState<{ items: Letter[]; nextCursor: string | null } | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const items = [...(list.data?.items ?? []), ...(later?.items ?? [])]
  const nextCursor = later ? later.nextCursor : (list.data?.nextCursor ?? null)

  const choose = ([chosen]: string[]) => {
    setLater(null)
    setNews(null)
    setState(chosen === 'answered' ? 'answered' : 'open')
  }
  const answered = () => {
    setNews(copy.sent)
    setLater(null)
    list.reload()
  }
  const more = async () => {
    try {
      const page = await rightsApi.received(state, nextCursor ?? undefined)
      setLater({ items: [...(later?.items ?? []), ...page.items], nextCursor: page.nextCursor })
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-fine'>{copy.logged}</View>
      <Region role='radiogroup' label={copy.title} className='dfv-filter'>
        <Options
          options={[
            { value: 'open', label: copy.open },
            { value: 'answered', label: copy.answered },
          ]}
          chosen={[state]}
          onChange={choose}
        />
      </Region>
      <Region role='status'>{news}</Region>
      {list.loading && !list.data && <Skeleton rows={4} />}
      {list.failure && (
        <Failure told={list.failure} onRetry={list.reload} onSignIn={toSignIn} onHome={() => toTab('me')} />
      )}
      {list.data && items.length === 0 && (
        <EmptyState icon='letter' text={state === 'open' ? copy.empty : copy.emptyAnswered} />
      )}
      {items.map((letter) => (
        <ReceivedLetter key={letter.id} letter={letter} onAnswered={answered} onFailed={setNews} />
      ))}
      {nextCursor && <Button onTap={more}>{common.more}</Button>}
    </Page>
  )
}

type ReceivedProps = { letter: Letter; onAnswered: () => void; onFailed: (text: string) => void }

function ReceivedLetter({ letter, onAnswered, onFailed }: ReceivedProps) {
  const [text, setText] = useState<string | null>(null)
  const [isShort, setShort] = useState(false)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    const words = (text ?? '').trim()
    setShort(words.length < LEAST)
    if (words.length < LEAST || busy) return
    setBusy(true)
    try {
      await rightsApi.answer(letter.id, words)
      onAnswered()
    } catch (error) {
      onFailed(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className='dfv-card dfv-stack'>
      <View className='dfv-fine'>
        {[showInstant(letter.createdAt, today()), letters.kinds[letter.kind]].join(common.separator)}
      </View>
      <View className='dfv-text'>{letter.text}</View>
      {letter.answer !== null && <View className='dfv-text'>{`${letters.answer}${letter.answer}`}</View>}
      {letter.state === 'open' && text === null && <Button onTap={() => setText('')}>{copy.reply}</Button>}
      {letter.state === 'open' && text !== null && (
        <>
          <Field
            name={`answer-${letter.id}`}
            label={copy.replyLabel}
            error={isShort ? copy.replyShort : undefined}
          >
            <TextArea
              value={text}
              label={copy.replyLabel}
              maxLength={1000}
              wrong={isShort}
              onChange={setText}
            />
          </Field>
          <Button look='primary' disabled={busy} onTap={send}>
            {busy ? common.submitting : copy.send}
          </Button>
          <Button onTap={() => setText(null)}>{common.cancel}</Button>
        </>
      )}
    </View>
  )
}
