import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type Dictionary, dictionariesApi } from '@/shared/api'
import { common, dictionaries as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { toSignIn, toTab } from '@/shared/navigation'
import { newId, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  Failure,
  Field,
  Heading,
  Page,
  Region,
  Sheet,
  Skeleton,
  StateChip,
  TextInput,
} from '@/shared/ui'
import { useSaving } from '../use-saving'

const LEAST_DOCUMENT = 4

/** What the notice names and does not write out: what we put there, and who has confirmed it. */
export default function DictionariesPage() {
  const { appointmentId } = useViewer()
  const list = useResource(appointmentId, dictionariesApi.list)
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      {list.loading && !list.data && <Skeleton rows={5} />}
      {list.failure && !list.data && (
        <Failure told={list.failure} onRetry={list.reload} onSignIn={toSignIn} onHome={() => toTab('me')} />
      )}
      {list.data?.items.map((one) => (
        <Words key={one.id} dictionary={one} onConfirmed={list.reload} />
      ))}
    </Page>
  )
}

function Words({ dictionary, onConfirmed }: { dictionary: Dictionary; onConfirmed: () => void }) {
  const [document, setDocument] = useState('')
  const [missing, setMissing] = useState(false)
  const sentAs = useRef<string | null>(null)
  const saving = useSaving(copy.confirmed)
  const { id: name, title, clause, about, entries, confirmed, confirmations, words } = dictionary
  const [asking, setAsking] = useState(false)
  const ask = () => {
    const isMissing = document.trim().length < LEAST_DOCUMENT
    setMissing(isMissing)
    setAsking(!isMissing)
  }
  const confirm = async () => {
    setAsking(false)
    const body = { words, document: document.trim() }
    const id = sentAs.current ?? (await newId())
    // Sent again after a lost answer it is the same act.
    sentAs.current = id
    if (await saving.run(() => dictionariesApi.confirm(name, id, body))) onConfirmed()
  }
  return (
    <View className='dfv-card dfv-stack dfv-dictionary'>
      <View className='dfv-page__head'>
        <Heading level={2}>{`${title} ${clause}`}</Heading>
        <StateChip state={confirmed ? 'met' : 'undetermined'}>
          {confirmed ? copy.confirmed : copy.waiting}
        </StateChip>
      </View>
      <View className='dfv-fine'>{about}</View>
      {/* One a line: a name may have a comma of its own, and what is confirmed is counted. */}
      <View>
        <View className='dfv-text'>{copy.count(entries.length)}</View>
        {entries.map((entry, at) => (
          <View key={entry} className='dfv-text'>
            {copy.entry(at + 1, entry)}
          </View>
        ))}
      </View>
      {confirmations.map((one) => (
        <View key={one.at} className='dfv-fine'>
          {copy.by(one.by, showInstant(one.at, today()), one.document)}
          {one.ofTheseWords ? '' : copy.older}
        </View>
      ))}
      {!confirmed && (
        <>
          <Field
            name={`document-${name}`}
            label={copy.document}
            help={copy.documentHelp}
            error={missing ? copy.documentMissing : undefined}
          >
            <TextInput
              value={document}
              label={copy.document}
              maxLength={200}
              wrong={missing}
              onChange={(text) => {
                setDocument(text)
                setMissing(false)
              }}
            />
          </Field>
          <Button className='dfv-confirm-words' disabled={saving.busy} onTap={ask}>
            {copy.confirm}
          </Button>
          <Sheet open={asking} title={copy.ask(title, entries.length)} onClose={() => setAsking(false)}>
            <View className='dfv-stack'>
              <View className='dfv-text'>{copy.askNote(document.trim())}</View>
              <Button look='primary' className='dfv-sheet-yes' onTap={confirm}>
                {copy.sure}
              </Button>
              <Button onTap={() => setAsking(false)}>{common.cancel}</Button>
            </View>
          </Sheet>
        </>
      )}
      <Region role='status'>{saving.news}</Region>
    </View>
  )
}
