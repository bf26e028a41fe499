import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, appointmentsApi, fieldOf, type Role, villagesApi } from '@/shared/api'
import { common, appoint as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { goBack } from '@/shared/navigation'
import { today } from '@/shared/platform'
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
  Options,
  Page,
  Region,
  Sheet,
  type SummaryLine,
  Tap,
  TextInput,
} from '@/shared/ui'
import { SubjectField } from './parts/subject-field'
import {
  type AppointForm,
  appointmentOf,
  areaOptions,
  checkAppoint,
  faultsLeft,
  roleOptions,
  subjectTypeOf,
} from './view-model'

/** A name, a post, a place: the rest the person does on his own phone. */
export default function AppointPage() {
  const { role, areaCode } = useViewer()
  const areas = useResource(areaCode, () => villagesApi.areas({ under: areaCode ?? undefined }))
  const [form, setForm] = useState<AppointForm>({
    name: '',
    phone: '',
    role: null,
    area: null,
    subject: null,
    from: today(),
  })
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const subjectType = subjectTypeOf(form.role)
  const change = (given: Partial<AppointForm>) => {
    setForm({ ...form, ...given })
    setFaults(faultsLeft(faults, given))
  }

  const submit = async () => {
    const wrong = checkAppoint(form)
    const appointment = appointmentOf(form)
    setFaults(wrong)
    setTold(null)
    if (!appointment || busy) return
    setBusy(true)
    try {
      await appointmentsApi.create(appointment)
      goBack()
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      const answer = tell(error)
      if (lines.length === 0) setTold(answer.kind === 'offline' ? copy.offline : answer.text)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-appoint' onTap={submit} disabled={busy}>
            {busy ? common.submitting : copy.submit}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.title}</Heading>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Region role='alert'>{told}</Region>}
      <View className='dfv-card'>
        <Field name='name' label={copy.name} error={errorAt('name')}>
          <TextInput
            value={form.name}
            label={copy.name}
            maxLength={30}
            wrong={errorAt('name') !== undefined}
            onChange={(name) => change({ name })}
          />
        </Field>
        <Field name='role' label={copy.role} error={errorAt('role')} group='radiogroup'>
          <Options
            options={roleOptions(role)}
            chosen={form.role ? [form.role] : []}
            onChange={([chosen]) => change({ role: chosen as Role, area: null, subject: null })}
          />
        </Field>
        <Field name='areaCode' label={copy.area} error={errorAt('areaCode')}>
          <Tap
            className='dfv-input dfv-area-field'
            onTap={() => setChoosing(true)}
            label={`${copy.area}：${form.area?.name ?? copy.chooseArea}`}
          >
            {form.area?.name ?? copy.chooseArea}
          </Tap>
        </Field>
        {form.area && subjectType && (
          <SubjectField
            type={subjectType}
            areaCode={form.area.code}
            chosen={form.subject}
            error={errorAt('subjectId')}
            onChosen={(subject) => change({ subject })}
          />
        )}
        <Field name='phone' label={copy.phone} help={copy.phoneHelp} error={errorAt('phone')} optional>
          <TextInput
            value={form.phone}
            label={copy.phone}
            keyboard='phone'
            maxLength={20}
            wrong={errorAt('phone') !== undefined}
            onChange={(phone) => change({ phone })}
          />
        </Field>
        <Field name='from' label={copy.from} error={errorAt('from')}>
          <DateInput
            value={form.from}
            label={copy.from}
            shown={showDate(form.from, today())}
            onChange={(from) => change({ from })}
          />
        </Field>
      </View>
      <Sheet open={choosing} title={copy.chooseArea} onClose={() => setChoosing(false)}>
        {areas.failure && <Failure told={areas.failure} onRetry={areas.reload} />}
        {form.role === null && <View className='dfv-text'>{copy.roleMissing}</View>}
        {areaOptions(areas.data?.items ?? [], form.role).map((area) => (
          <Tap
            key={area.code}
            className='dfv-row dfv-area-choice'
            onTap={() => {
              change({ area: { code: area.code, name: area.name }, subject: null })
              setChoosing(false)
            }}
          >
            <View className='dfv-row__main'>{area.name}</View>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </Sheet>
    </Page>
  )
}
