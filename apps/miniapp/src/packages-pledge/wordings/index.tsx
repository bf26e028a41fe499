import { View } from '@tarojs/components'
import { useState } from 'react'
import { pledgeOfficeApi, type Wording, type WordingVersion } from '@/shared/api'
import { wordings as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { toSignInAndBack, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  DateInput,
  Failure,
  Field,
  Heading,
  Options,
  Page,
  Region,
  Skeleton,
  TextArea,
  TextInput,
} from '@/shared/ui'
import { blocksOf } from '../read/view-model'

type Preview = Awaited<ReturnType<typeof pledgeOfficeApi.preview>>

/** The town office's own versions of the wordings. A version that was released never changes. */
export default function WordingsPage() {
  const { appointmentId } = useViewer()
  const list = useResource(appointmentId, pledgeOfficeApi.wordings)
  const [level, setLevel] = useState('town-village')
  const [news, setNews] = useState<string | null>(null)
  const inForce = list.data?.items.filter(({ isInForce }) => isInForce) ?? []
  const current = inForce.find((one) => one.level === level)
  const upcoming = list.data?.items.filter(
    (one) => one.level === level && one.isOwn && one.validFrom > today(),
  )
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <Region role='status'>{news}</Region>
      {list.loading && !list.data && <Skeleton rows={3} />}
      {list.failure && (
        <Failure
          told={list.failure}
          onRetry={list.reload}
          onSignIn={toSignInAndBack}
          onHome={() => toTab('me')}
        />
      )}
      {inForce.length > 0 && (
        <Field name='level' label={copy.level} group='radiogroup'>
          <Options
            options={inForce.map((one) => ({ value: one.level, label: one.levelLabel }))}
            chosen={[level]}
            onChange={([chosen]) => setLevel(chosen ?? level)}
          />
        </Field>
      )}
      {upcoming?.map(({ version, validFrom }) => (
        <View key={version} className='dfv-text'>
          {copy.upcoming(version, showDate(validFrom, today()))}
        </View>
      ))}
      {current && (
        <Editor
          key={`${current.level}:${current.version}`}
          current={current}
          onReleased={(version) => {
            setNews(copy.released(version))
            list.reload()
          }}
        />
      )}
    </Page>
  )
}

type EditorProps = { current: WordingVersion; onReleased: (version: number) => void }

function Editor({ current, onReleased }: EditorProps) {
  const [draft, setDraft] = useState<Wording>({
    level: current.level,
    title: current.title,
    body: current.body,
  })
  const [validFrom, setValidFrom] = useState(today())
  const [preview, setPreview] = useState<Preview | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Wording>) => {
    setDraft({ ...draft, ...part })
    setPreview(null)
  }
  const run = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      await work()
    } catch (error) {
      setTold(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  const see = () => run(async () => setPreview(await pledgeOfficeApi.preview(draft)))
  const release = () =>
    run(async () => onReleased((await pledgeOfficeApi.release({ ...draft, validFrom })).version))
  const isReady = preview !== null && preview.faults.length === 0
  return (
    <View className='dfv-card dfv-stack'>
      <View className='dfv-fine'>{copy.current(current.version, current.isOwn)}</View>
      <Field name='title' label={copy.heading}>
        <TextInput
          value={draft.title}
          label={copy.heading}
          maxLength={80}
          onChange={(title) => change({ title })}
        />
      </Field>
      <Field name='body' label={copy.body} help={copy.bodyHelp}>
        <TextArea
          value={draft.body}
          label={copy.body}
          maxLength={10_000}
          onChange={(body) => change({ body })}
        />
      </Field>
      <Field name='from' label={copy.from}>
        <DateInput
          value={validFrom}
          label={copy.from}
          shown={showDate(validFrom, today())}
          min={today()}
          onChange={setValidFrom}
        />
      </Field>
      <Button className='dfv-preview' onTap={see} disabled={busy}>
        {copy.preview}
      </Button>
      {told && (
        <Region role='alert' className='dfv-errors'>
          {told}
        </Region>
      )}
      {preview && preview.faults.length > 0 && (
        <Region role='alert' className='dfv-errors'>
          <Heading level={2}>{copy.faults}</Heading>
          {preview.faults.map(({ text }) => (
            <View key={text} className='dfv-text'>
              {text}
            </View>
          ))}
        </Region>
      )}
      {isReady && (
        <View className='dfv-preview-text'>
          <Heading level={2}>{copy.previewTitle}</Heading>
          {blocksOf(preview.text).map(({ key, text }) => (
            <View key={key} className='dfv-text'>
              {text}
            </View>
          ))}
          <Button look='primary' className='dfv-release' onTap={release} disabled={busy}>
            {copy.release}
          </Button>
        </View>
      )}
    </View>
  )
}
