import { RECORD_KINDS } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, record as copy, strips } from '@/shared/copy'
import { goBack, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { chinaTime, newId, today } from '@/shared/platform'
import { kindOf } from '@/shared/records'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  EmptyState,
  ErrorSummary,
  Failure,
  fieldAnchor,
  focusOn,
  Heading,
  Page,
  Region,
  Skeleton,
  Strip,
} from '@/shared/ui'
import { type Village, VillageGate } from '@/shared/village'
import { FieldInput } from './parts/field-input'
import { SubjectPicker } from './parts/subject-picker'
import { REGISTERED_WITH, situationLine } from './subjects'
import { type FormParams, useForm } from './use-form'
import { optionsOf } from './view-model'

export default function RecordFormPage() {
  const params: FormParams = usePageParams()
  return (
    <VillageGate frame={(content) => <Page title={copy.formTitle}>{content}</Page>}>
      {(village) => <SubjectFirst params={params} village={village} />}
    </VillageGate>
  )
}

/** A record about a person needs the person before anything else. */
function SubjectFirst({ params, village }: { params: FormParams; village: Village }) {
  const [subject, setSubject] = useState(params.subject)
  const { role, accountId } = useViewer()
  const kind = kindOf(params.kind ?? '')
  if (kind && role && !kind.submittedBy.includes(role)) {
    return (
      <Page title={copy.formTitle}>
        <EmptyState text={copy.kindNotYours}>
          <Button onTap={goBack}>{common.back}</Button>
        </EmptyState>
      </Page>
    )
  }
  if (kind && kind.subject !== 'village' && !subject && !params.entry && !params.corrects) {
    const opens =
      kind.subject === 'person'
        ? RECORD_KINDS['person-registration']
        : RECORD_KINDS[REGISTERED_WITH[kind.subject]]
    return (
      <Page title={kind.label} offline={strips.offlineShort}>
        <SubjectPicker
          village={village}
          kind={kind}
          mayRegister={role !== null && opens.submittedBy.includes(role)}
          onChoose={setSubject}
          onNew={() => void newId().then(setSubject)}
        />
      </Page>
    )
  }
  return <Form params={{ ...params, subject }} village={village} accountId={accountId ?? ''} />
}

function Form({ params, village, accountId }: { params: FormParams; village: Village; accountId: string }) {
  const form = useForm(params, village, accountId)
  if (form.failed || !form.ready) {
    return (
      <Page title={copy.formTitle}>
        {form.failed === 'unknown-kind' && <EmptyState text={copy.noSuchKind} />}
        {form.failed && form.failed !== 'unknown-kind' && (
          <Failure told={form.failed} onRetry={goBack} onSignIn={toSignIn} onHome={() => toTab('home')} />
        )}
        {!form.failed && <Skeleton />}
      </Page>
    )
  }
  const { kind, prepared } = form.ready
  const jumpTo = (field: string) => focusOn(fieldAnchor(field))
  return (
    <Page
      title={kind.label}
      offline={strips.offlineShort}
      strip={
        prepared.resumed && (
          <Strip
            icon='draft'
            action={
              <Button small onTap={form.restart}>
                {copy.restart}
              </Button>
            }
          >
            {copy.resumed}
          </Strip>
        )
      }
      bottom={
        <BottomBar>
          <Button look='primary' onTap={form.next}>
            {copy.next}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{village.subjectLabel(prepared.target.subjectId) || kind.label}</Heading>
      <View className='dfv-fine'>{situationLine(village, prepared.target.subjectId)}</View>
      <View className='dfv-fine'>{form.keptAt !== null && copy.keptAt(chinaTime(form.keptAt))}</View>
      <ErrorSummary lines={form.faults} onJump={jumpTo} />
      {form.told && (
        <Region role='alert' className='dfv-errors'>
          {form.told.text}
        </Region>
      )}
      <View className='dfv-card'>
        {form.fields.map(({ name, field, number }) => (
          <FieldInput
            key={name}
            name={name}
            field={field}
            number={number}
            value={form.values[name]}
            error={form.faults.find((fault) => fault.field === name)?.text}
            today={today()}
            options={optionsOf(village, kind, field, prepared.target.subjectId)}
            areaCode={village.code}
            onChange={(value) => form.change(name, value)}
          />
        ))}
      </View>
    </Page>
  )
}
