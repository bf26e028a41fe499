import type { Field as FieldSpec } from '@dfv/rules'
import { colleagueLabel, useColleagues } from '@/shared/colleagues'
import { record as copy } from '@/shared/copy'
import { EmptyState, Field, Options } from '@/shared/ui'

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  field: FieldSpec
  chosen: string[]
  onChange: (value: unknown) => void
}

/** Who took part: colleagues by name, stored by their account. */
export function CadresField({ frame, field, chosen, onChange }: Props) {
  const colleagues = useColleagues()
  const known = new Set(colleagues.map(({ accountId }) => accountId))
  const options = [
    ...colleagues.map((one) => ({ value: one.accountId, label: colleagueLabel(one) })),
    // Somebody who has left since stays chosen until taken away by hand.
    ...chosen.filter((id) => !known.has(id)).map((id) => ({ value: id, label: copy.formerColleague })),
  ]
  const single = field.max === 1
  return (
    <Field {...frame} group={single ? 'radiogroup' : 'group'}>
      <Options multi={!single} options={options} chosen={chosen} onChange={onChange} />
      {colleagues.length < 2 && (field.min ?? 0) > 1 && <EmptyState text={copy.pickerNone} />}
    </Field>
  )
}
