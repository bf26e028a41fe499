import { View } from '@tarojs/components'
import { useState } from 'react'
import { exportsApi, type RevealPurpose } from '@/shared/api'
import { exports as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { goBack, toSignInAndBack, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { isWeapp, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
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
  Options,
  Page,
  Region,
  Skeleton,
  type SummaryLine,
  TextInput,
} from '@/shared/ui'
import { fetchExport, useRechecked } from '../use-rechecked'
import { AreaChoice } from './area-choice'
import { type AskForm, bodyOf, faultsOf, isVillage, type Span, startOf } from './view-model'

const SPANS = Object.entries(copy.spans).map(([value, label]) => ({ value, label }))
const PURPOSES = Object.entries(copy.purposes).map(([value, label]) => ({ value, label }))
const NAMES = [
  { value: 'no', label: copy.namesNo },
  { value: 'yes', label: copy.namesYes },
]

/** Which days, which format, with names or without; then the file itself. */
export default function ExportAskPage() {
  const { form: formId = '' } = usePageParams()
  const { appointmentId, areaCode, villageCode } = useViewer()
  const forms = useResource(appointmentId, exportsApi.forms)
  const form = forms.data?.items.find(({ id }) => id === formId)
  const [changes, setChanges] = useState<Partial<AskForm>>({})
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [news, setNews] = useState<string | null>(null)
  const asking = useRechecked()
  const day = today()
  const ask = form && { ...startOf(form, villageCode ?? areaCode ?? '', day), ...changes }
  const change = (part: Partial<AskForm>) => {
    setChanges({ ...changes, ...part })
    setFaults([])
  }
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text

  const go = async () => {
    if (!ask) return
    const wrong = faultsOf(ask)
    setFaults(wrong)
    setNews(null)
    if (wrong.length > 0) return
    const item = await asking.run(() => exportsApi.ask(bodyOf(formId, ask, day)))
    if (!item) return
    if (item.state !== 'instant') return setNews(copy.long)
    if (await asking.run(() => fetchExport(item))) setNews(isWeapp ? copy.opened : copy.saved)
  }
  return (
    <Page
      title={form?.title ?? copy.askTitle}
      bottom={
        ask && (
          <BottomBar>
            <Button look='primary' disabled={asking.busy} onTap={go}>
              {asking.busy ? copy.going : copy.go}
            </Button>
          </BottomBar>
        )
      }
    >
      {forms.loading && !forms.data && <Skeleton rows={4} />}
      {forms.failure && !forms.data && (
        <Failure
          told={forms.failure}
          onRetry={forms.reload}
          onSignIn={toSignInAndBack}
          onHome={() => toTab('home')}
        />
      )}
      {forms.data && !form && (
        <EmptyState icon='document' text={copy.unknown}>
          <Button onTap={goBack}>{copy.title}</Button>
        </EmptyState>
      )}
      {form && ask && (
        <>
          {form.about !== '' && <View className='dfv-fine'>{form.about}</View>}
          <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
          <AreaChoice chosen={ask.areaCode} onChoose={(code) => change({ areaCode: code })} />
          <Field name='when' label={copy.when} error={faultOf('when')} group='radiogroup'>
            <Options
              options={SPANS}
              chosen={[ask.span]}
              onChange={([span]) => change({ span: span as Span })}
            />
          </Field>
          {ask.span === 'own' &&
            (['from', 'to'] as const).map((end) => (
              <Field key={end} name={end} label={copy[end]}>
                <DateInput
                  value={ask[end]}
                  label={copy[end]}
                  shown={showDate(ask[end], day)}
                  max={day}
                  onChange={(value) => change({ [end]: value })}
                />
              </Field>
            ))}
          <Field name='format' label={copy.format} group='radiogroup'>
            <Options
              options={form.formats.map((value) => ({ value, label: copy.formats[value] }))}
              chosen={[ask.format]}
              onChange={([format]) => change({ format: format as AskForm['format'] })}
            />
          </Field>
          {form.canName && (
            <Field
              name='names'
              label={copy.names}
              help={isVillage(ask.areaCode) ? undefined : copy.namesOneVillage}
              error={faultOf('names')}
              group='radiogroup'
            >
              <Options
                options={NAMES}
                chosen={[ask.names ? 'yes' : 'no']}
                onChange={([answer]) => change({ names: answer === 'yes' })}
              />
            </Field>
          )}
          {form.canName && ask.names && (
            <>
              <Field
                name='purpose'
                label={copy.purpose}
                help={copy.namesWarn}
                error={faultOf('purpose')}
                group='radiogroup'
              >
                <Options
                  options={PURPOSES}
                  chosen={ask.purpose ? [ask.purpose] : []}
                  onChange={([purpose]) => change({ purpose: purpose as RevealPurpose })}
                />
              </Field>
              {ask.purpose === 'other' && (
                <Field name='note' label={copy.note} error={faultOf('note')}>
                  <TextInput
                    value={ask.note}
                    label={copy.note}
                    maxLength={50}
                    onChange={(note) => change({ note })}
                  />
                </Field>
              )}
            </>
          )}
        </>
      )}
      {asking.mustRecheck && (
        <Region role='alert' className='dfv-card dfv-stack'>
          <View className='dfv-text'>{copy.recheck}</View>
          <Button onTap={toSignInAndBack}>{copy.signInAgain}</Button>
        </Region>
      )}
      {asking.told && (
        <Region role='alert' className='dfv-errors'>
          {asking.told.text}
        </Region>
      )}
      <Region role='status'>{news && <View className='dfv-card dfv-text'>{news}</View>}</Region>
      {news && <Button onTap={goBack}>{copy.recent}</Button>}
    </Page>
  )
}
