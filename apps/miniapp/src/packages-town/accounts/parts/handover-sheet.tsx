import { View } from '@tarojs/components'
import { useState } from 'react'
import { appointmentsApi } from '@/shared/api'
import { appoint, common, accounts as copy } from '@/shared/copy'
import { useResource } from '@/shared/resource'
import { Button, Failure, Field, Sheet, TextInput } from '@/shared/ui'
import { type AccountRow, checkSuccessor, type Successor } from '../view-model'

type Props = {
  row: AccountRow | null
  onYes: (row: AccountRow, successor: Successor) => void
  onClose: () => void
}

/** Who comes, and what he finds on the desk: shown before the post changes hands. */
export function HandoverSheet({ row, onYes, onClose }: Props) {
  const work = useResource(row?.id ?? null, () => appointmentsApi.handover(row?.id ?? ''))
  const [form, setForm] = useState<Successor>({ name: '', phone: '' })
  const [faults, setFaults] = useState<{ name?: string; phone?: string }>({})
  if (!row) return null
  const submit = () => {
    const wrong = checkSuccessor(form)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) onYes(row, form)
  }
  return (
    <Sheet open title={copy.handOverTitle} onClose={onClose}>
      <View className='dfv-stack'>
        <View className='dfv-text'>{copy.handOverAsk(`${row.who}（${row.post}）`)}</View>
        {work.failure && <Failure told={work.failure} onRetry={work.reload} />}
        {work.data && (
          <View className='dfv-text'>
            {copy.handOverWork(work.data.open, work.data.overdue, work.data.returned, work.data.pending)}
          </View>
        )}
        <View className='dfv-fine'>{copy.handOverUnsent}</View>
        <Field name='successor' label={appoint.name} error={faults.name}>
          <TextInput
            value={form.name}
            label={appoint.name}
            maxLength={30}
            wrong={faults.name !== undefined}
            onChange={(name) => setForm({ ...form, name })}
          />
        </Field>
        <Field
          name='successor-phone'
          label={appoint.phone}
          help={appoint.phoneHelp}
          error={faults.phone}
          optional
        >
          <TextInput
            value={form.phone}
            label={appoint.phone}
            keyboard='phone'
            maxLength={20}
            wrong={faults.phone !== undefined}
            onChange={(phone) => setForm({ ...form, phone })}
          />
        </Field>
        <Button look='primary' className='dfv-sheet-yes' onTap={submit}>
          {copy.handOverYes}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
