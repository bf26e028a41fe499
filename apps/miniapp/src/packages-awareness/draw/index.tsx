import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ApiError, type Audience, fieldOf, samplesApi } from '@/shared/api'
import { awareness, sampling as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { replaceBySample, toSignIn } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { newId, today } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  CountInput,
  DateInput,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Options,
  Page,
  type SummaryLine,
  TextInput,
} from '@/shared/ui'
import { checkDraw, type DrawForm, suggestedCount } from './view-model'

const AUDIENCES = (['resident', 'migrant'] as const).map((value) => ({
  value,
  label: awareness.people[value],
}))

/** Which list, how long it is, how many to draw: the server draws, and cannot be asked again. */
export default function DrawPage() {
  const params = usePageParams()
  const { villageCode } = useViewer()
  const areaCode = params.area ?? villageCode ?? ''
  const [form, setForm] = useState<DrawForm>({
    audience: null,
    listName: '',
    listedOn: today(),
    size: '',
    count: '',
  })
  const [ownCount, setOwnCount] = useState(false)
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  // One id for one draw: pressed again after a lost answer, it is still the same draw.
  const id = useRef<Promise<string> | null>(null)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const change = (given: Partial<DrawForm>) => {
    setForm({ ...form, ...given })
    setFaults(faults.filter(({ field }) => !(field in given)))
  }
  const submit = async () => {
    const wrong = checkDraw(form)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy || form.audience === null) return
    setBusy(true)
    id.current ??= newId()
    try {
      const sample = await samplesApi.draw({
        id: await id.current,
        areaCode,
        audience: form.audience,
        listName: form.listName.trim(),
        listedOn: form.listedOn,
        size: Number(form.size),
        count: Number(form.count),
      })
      replaceBySample(sample.id)
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      const answer = tell(error)
      if (lines.length === 0) setTold(answer.kind === 'offline' ? { ...answer, text: copy.offline } : answer)
      setBusy(false)
    }
  }
  return (
    <Page
      title={copy.drawTitle}
      offline={null}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-draw' onTap={submit} disabled={busy}>
            {busy ? copy.drawing : copy.draw}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.drawTitle}</Heading>
      <View className='dfv-text'>{copy.drawLead}</View>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onRetry={submit} onSignIn={toSignIn} />}
      <View className='dfv-card'>
        <Field name='audience' label={copy.audience} error={errorAt('audience')} group='radiogroup'>
          <Options
            options={AUDIENCES}
            chosen={form.audience ? [form.audience] : []}
            onChange={([audience]) => change({ audience: audience as Audience })}
          />
        </Field>
        <Field name='listName' label={copy.listName} help={copy.listNameHelp} error={errorAt('listName')}>
          <TextInput
            id={`${fieldAnchor('listName')}-input`}
            value={form.listName}
            label={copy.listName}
            maxLength={40}
            wrong={errorAt('listName') !== undefined}
            onChange={(listName) => change({ listName })}
          />
        </Field>
        <Field name='listedOn' label={copy.listedOn} error={errorAt('listedOn')}>
          <DateInput
            id={`${fieldAnchor('listedOn')}-input`}
            value={form.listedOn}
            label={copy.listedOn}
            shown={showDate(form.listedOn, today())}
            max={today()}
            onChange={(listedOn) => change({ listedOn })}
          />
        </Field>
        <Field name='size' label={copy.size} error={errorAt('size')}>
          <CountInput
            id={`${fieldAnchor('size')}-input`}
            value={form.size}
            label={copy.size}
            steps={false}
            wrong={errorAt('size') !== undefined}
            onChange={(size) => change(ownCount ? { size } : { size, count: suggestedCount(size) })}
          />
        </Field>
        <Field name='count' label={copy.count} help={copy.countHelp} error={errorAt('count')}>
          <CountInput
            id={`${fieldAnchor('count')}-input`}
            value={form.count}
            label={copy.count}
            steps={false}
            wrong={errorAt('count') !== undefined}
            onChange={(count) => {
              setOwnCount(true)
              change({ count })
            }}
          />
        </Field>
      </View>
    </Page>
  )
}
