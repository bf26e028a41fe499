import { useState } from 'react'
import { assessmentsApi, type TownYear, type YearOverview } from '@/shared/api'
import { common, year as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toSignIn } from '@/shared/navigation'
import { today } from '@/shared/platform'
import {
  Button,
  CountInput,
  DateInput,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Sheet,
} from '@/shared/ui'
import { useSending } from '../../use-sending'
import { calendarIn, calendarOf, checkCalendar } from '../view-model'

const DAYS = ['asOf', 'submitBy', 'reviewBy', 'resultBy'] as const

type Props = { town: TownYear; year: number; onDone: (view: YearOverview) => void }

/** Begins the year, or moves its days. */
export function OpenForm({ town, year, onDone }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [form, setForm] = useState(() => calendarOf(town, year))
  const { faults, told, busy, send, errorAt } = useSending()
  const title = town.cycle ? copy.moveCalendar : copy.begin
  const submit = () =>
    send(checkCalendar(form), async () => {
      const next = await assessmentsApi.open(town.areaCode, year, calendarIn(form))
      setOpen(false)
      onDone(next)
    })
  return (
    <>
      <Button look={town.cycle ? 'plain' : 'primary'} icon='calendar' onTap={() => setOpen(true)}>
        {title}
      </Button>
      <Sheet open={isOpen} title={title} onClose={() => setOpen(false)}>
        <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
        {told && <Failure told={told} onSignIn={toSignIn} />}
        {DAYS.map((name) => (
          <Field
            key={name}
            name={name}
            label={copy.calendar[name]}
            help={name === 'asOf' ? copy.asOfHelp : undefined}
            error={errorAt(name)}
          >
            <DateInput
              value={form[name]}
              label={copy.calendar[name]}
              shown={showDate(form[name], today())}
              wrong={errorAt(name) !== undefined}
              onChange={(day) => setForm({ ...form, [name]: day })}
            />
          </Field>
        ))}
        <Field name='publicityDays' label={copy.calendar.publicityDays} error={errorAt('publicityDays')}>
          <CountInput
            value={form.publicityDays}
            label={copy.calendar.publicityDays}
            wrong={errorAt('publicityDays') !== undefined}
            onChange={(publicityDays) => setForm({ ...form, publicityDays })}
          />
        </Field>
        <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={submit}>
          {busy ? common.submitting : title}
        </Button>
      </Sheet>
    </>
  )
}
