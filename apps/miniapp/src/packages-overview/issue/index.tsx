import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ApiError, fieldOf, type OrderAbout, ordersApi, villagesApi } from '@/shared/api'
import { common, issue as copy, orders } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { addDays, showDate } from '@/shared/format'
import { replaceByOrder, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { newId, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useVillageBook } from '@/shared/town'
import {
  BottomBar,
  Button,
  DateInput,
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
import { type Choice, checkIssue, dutyChoices, type IssueForm, partChoices } from './view-model'

/** A week: long enough for anything but a whole cycle. */
const DAYS = 7

/** An office asks a village to mend something by a day. */
export default function IssuePage() {
  const { area = '', kind, about: asked } = usePageParams()
  const score = useResource(area || null, () => villagesApi.scorecard(area))
  const work = useResource(area || null, () => villagesApi.obligations(area))
  const areas = useResource(area || null, () => villagesApi.areas({ under: area, level: 'village' }))
  const book = useVillageBook(area || null)
  const [form, setForm] = useState<IssueForm>({
    about: (kind === 'duty' || kind === 'part') && asked ? { kind, id: asked } : null,
    text: '',
    dueOn: addDays(today(), DAYS),
  })
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useRef<Promise<string> | null>(null)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const change = (given: Partial<IssueForm>) => {
    // Another content is another order.
    id.current = null
    setForm({ ...form, ...given })
    // What is being mended stops shouting; the summary keeps the rest.
    setFaults(faults.filter(({ field }) => !(field in given)))
  }
  const failure = score.failure ?? work.failure
  const parts = score.data ? partChoices(score.data.scorecard) : []
  const duties = work.data ? dutyChoices(work.data, { asOf: today(), nameOf: book.codeOf }) : []
  const isThere = score.data !== null && work.data !== null
  const submit = async () => {
    const wrong = checkIssue(form, orders.wordsMissing)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || !form.about || busy) return
    setBusy(true)
    id.current ??= newId()
    try {
      const { about, text, dueOn } = form
      const order = await ordersApi.issue(await id.current, {
        areaCode: area,
        about,
        text: text.trim(),
        dueOn,
      })
      replaceByOrder(order.id)
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      if (lines.length === 0) setTold(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={copy.title}
      bottom={
        isThere && duties.length + parts.length > 0 ? (
          <BottomBar>
            <Button look='primary' className='dfv-issue' disabled={busy} onTap={submit}>
              {busy ? common.submitting : copy.submit}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <Heading level={1}>{copy.lead(areas.data?.items[0]?.name ?? '')}</Heading>
      {!isThere && !failure && <Skeleton rows={4} />}
      {failure && !isThere && (
        <Failure
          told={failure}
          onRetry={() => {
            score.reload()
            work.reload()
          }}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {isThere && duties.length + parts.length === 0 && <EmptyState icon='met' text={copy.nothing} />}
      {isThere && duties.length + parts.length > 0 && (
        <>
          <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
          {told && <Region role='alert'>{told}</Region>}
          <Field name='about' label={copy.what} error={errorAt('about')} group='radiogroup'>
            <Choices
              title={copy.duties}
              choices={duties}
              form={form}
              onChoose={(about) => change({ about })}
            />
            <Choices title={copy.parts} choices={parts} form={form} onChoose={(about) => change({ about })} />
          </Field>
          <Field name='text' label={copy.words} help={copy.wordsHelp} error={errorAt('text')}>
            <TextArea
              value={form.text}
              label={copy.words}
              maxLength={300}
              wrong={errorAt('text') !== undefined}
              onChange={(text) => change({ text })}
            />
          </Field>
          <View className='dfv-row-wrap'>
            {copy.ready.map((text) => (
              <Button key={text} small onTap={() => change({ text })}>
                {text}
              </Button>
            ))}
          </View>
          <Field name='dueOn' label={copy.due} error={errorAt('dueOn')}>
            <DateInput
              value={form.dueOn}
              label={copy.due}
              shown={showDate(form.dueOn, today())}
              min={today()}
              onChange={(dueOn) => change({ dueOn })}
            />
          </Field>
        </>
      )}
    </Page>
  )
}

const FIRST = 8

type ChoicesProps = {
  title: string
  choices: readonly Choice[]
  form: IssueForm
  onChoose: (about: OrderAbout) => void
}

function Choices({ title, choices, form, onChoose }: ChoicesProps) {
  const [shown, setShown] = useState(FIRST)
  if (choices.length === 0) return null
  const chosen = choices.find(({ about }) => about.kind === form.about?.kind && about.id === form.about.id)
  // What was chosen before the page opened stands in sight.
  const visible = choices.filter((choice, at) => at < shown || choice === chosen)
  return (
    <>
      <View className='dfv-fine'>{title}</View>
      <Options
        options={visible.map(({ value, label }) => ({ value, label }))}
        chosen={chosen ? [chosen.value] : []}
        onChange={([value]) => {
          const picked = choices.find((choice) => choice.value === value)
          if (picked) onChoose(picked.about)
        }}
      />
      {choices.length > visible.length && (
        <Button small onTap={() => setShown(choices.length)}>
          {common.showMore(choices.length - visible.length)}
        </Button>
      )}
    </>
  )
}
