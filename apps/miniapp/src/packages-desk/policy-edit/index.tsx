import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { policiesApi } from '@/shared/api'
import { policyDraft as copy } from '@/shared/copy'
import { addDays, showDate } from '@/shared/format'
import { goBack, replaceByPolicyDraft, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { newId, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  DateInput,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Icon,
  Page,
  Region,
  Sheet,
  Skeleton,
  type SummaryLine,
  Tap,
  TextInput,
} from '@/shared/ui'
import { useSaving } from '../use-saving'
import { ValueField } from './value-field'
import { checkDraft, type DraftForm, draftIn, emptyDraft, entryOf, formOfDraft } from './view-model'

/** Writes a draft, or changes one's own: which numbers, from when, on what ground. */
export default function PolicyEditPage() {
  const { id } = usePageParams()
  const { appointmentId } = useViewer()
  const book = useResource(appointmentId, policiesApi.book)
  const known = useResource(id ?? null, () => policiesApi.draft(id ?? ''))
  const [form, setForm] = useState<DraftForm | null>(id ? null : emptyDraft(addDays(today(), 1)))
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [picking, setPicking] = useState(false)
  const sentAs = useRef(id ?? null)
  const saving = useSaving('')
  const values = book.data?.values
  const draft = known.data
  useEffect(() => {
    if (draft && values) setForm((now) => now ?? formOfDraft(draft, values))
  }, [draft, values])
  const failure = book.failure ?? known.failure
  const title = id ? copy.title : copy.newTitle
  if (!form || !values) {
    return (
      <Page title={title}>
        {failure ? (
          <Failure told={failure} onRetry={book.reload} onSignIn={toSignIn} onHome={() => toTab('me')} />
        ) : (
          <Skeleton rows={5} />
        )}
      </Page>
    )
  }
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const change = (part: Partial<DraftForm>) => setForm({ ...form, ...part })
  const without = (gone: string) =>
    Object.fromEntries(Object.entries(form.entries).filter(([one]) => one !== gone))
  const save = async () => {
    const wrong = checkDraft(form, values)
    setFaults(wrong)
    if (wrong.length > 0) return
    const draftId = sentAs.current ?? (await newId())
    sentAs.current = draftId
    const body = draftIn(form, values, draft?.version ?? 0)
    if (!(await saving.run(() => policiesApi.save(draftId, body)))) return
    if (id) goBack()
    else replaceByPolicyDraft(draftId)
  }
  const chosen = values.filter((value) => form.entries[value.id] !== undefined)
  const offered = values.filter((value) => form.entries[value.id] === undefined && value.source !== 'law')
  return (
    <Page
      title={title}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-policy-save' disabled={saving.busy} onTap={save}>
            {copy.save}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{title}</Heading>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      <Region role='alert'>{saving.news}</Region>
      <View className='dfv-card'>
        <Field name='effectiveOn' label={copy.effectiveOn} help={copy.effectiveHelp}>
          <DateInput
            value={form.effectiveOn}
            label={copy.effectiveOn}
            shown={showDate(form.effectiveOn, today())}
            onChange={(effectiveOn) => change({ effectiveOn })}
          />
        </Field>
        <Field name='basis' label={copy.basis} help={copy.basisHelp} error={errorAt('basis')}>
          <TextInput
            value={form.basis}
            label={copy.basis}
            maxLength={200}
            wrong={errorAt('basis') !== undefined}
            onChange={(basis) => change({ basis })}
          />
        </Field>
      </View>
      {chosen.map((value) => (
        <ValueField
          key={value.id}
          value={value}
          entry={form.entries[value.id]!}
          error={errorAt(value.id)}
          onChange={(entry) => change({ entries: { ...form.entries, [value.id]: entry } })}
          onRemove={() => change({ entries: without(value.id) })}
        />
      ))}
      <View className='dfv-card dfv-stack' id={fieldAnchor('pick')}>
        {chosen.length === 0 && <View className='dfv-text'>{copy.nothing}</View>}
        <Button icon='add' className='dfv-policy-pick' onTap={() => setPicking(true)}>
          {copy.pick}
        </Button>
      </View>
      <Sheet open={picking} title={copy.pick} onClose={() => setPicking(false)}>
        {offered.map((value) => (
          <Tap
            key={value.id}
            className='dfv-row dfv-policy-choice'
            onTap={() => {
              change({ entries: { ...form.entries, [value.id]: entryOf(value.form, value.value) } })
              setPicking(false)
            }}
          >
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{value.meaning}</View>
              <View className='dfv-row__note'>{copy.now(value.text)}</View>
            </View>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </Sheet>
    </Page>
  )
}
