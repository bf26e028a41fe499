import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { pledgesApi } from '@/shared/api'
import { common, households as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { Button, Failure, Field, fieldAnchor, Sheet, TextInput } from '@/shared/ui'
import type { HouseholdRow } from '../view-model'

type Props = {
  row: HouseholdRow | null
  told: Told | null
  busy: boolean
  onClose: () => void
  onRenew: (number: number) => void
  onRemovePaper: (number: number, reason: string) => void
}

/** What is done about one household: another slip, a paper that was noted wrongly, the original. */
export function NumberSheet({ row, told, busy, onClose, onRenew, onRemovePaper }: Props) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [fileTold, setFileTold] = useState<Told | null>(null)
  const number = row?.number ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another household begins with nothing typed
  useEffect(() => {
    setReason('')
    setFault(undefined)
    setFileTold(null)
  }, [number])
  if (!row) return null
  const shown = told ?? fileTold
  const remove = () => {
    const words = reason.trim()
    setFault(words.length < 2 ? copy.reasonMissing : undefined)
    if (words.length >= 2) onRemovePaper(number, words)
  }
  const open = (pledgeId: string) =>
    pledgesApi.pdf(pledgeId, `${row.name}.pdf`).catch((error: unknown) => setFileTold(tell(error)))
  return (
    <Sheet open title={row.name} onClose={onClose}>
      <View className='dfv-stack'>
        {shown && <Failure told={shown} />}
        {row.canRenew && (
          <>
            <View className='dfv-text'>{copy.renewNote}</View>
            <Button className='dfv-renew' onTap={() => onRenew(number)} disabled={busy}>
              {copy.renew}
            </Button>
          </>
        )}
        {row.isPaper && (
          <>
            <Field name='reason' label={copy.removeReason} error={fault}>
              <TextInput
                id={`${fieldAnchor('reason')}-input`}
                value={reason}
                label={copy.removeReason}
                maxLength={100}
                wrong={fault !== undefined}
                onChange={setReason}
              />
            </Field>
            <Button look='grave' className='dfv-remove-paper' onTap={remove} disabled={busy}>
              {copy.removePaper}
            </Button>
          </>
        )}
        {row.pledgeId !== null && (
          <>
            <View className='dfv-fine'>{copy.originalNote}</View>
            <Button className='dfv-original' onTap={() => open(row.pledgeId ?? '')}>
              {copy.original}
            </Button>
          </>
        )}
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
