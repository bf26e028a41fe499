import { View } from '@tarojs/components'
import { useState } from 'react'
import { ownDuties as copy } from '@/shared/copy'
import { Field, Icon, Options, Tap } from '@/shared/ui'
import { DUE, type DutyChoice, WHOSE } from '../view-model'

type Choice = { value: string; label: string }
type Props = {
  choice: DutyChoice
  kinds: readonly Choice[]
  roles: readonly Choice[]
  villages: readonly Choice[]
  /** May ask for what others owe. */
  isWide: boolean
  onChange: (choice: DutyChoice) => void
}

/** Folded: the list comes first. */
export function Filters({ choice, kinds, roles, villages, isWide, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const fields: { name: keyof DutyChoice; label: string; options: readonly Choice[] }[] = [
    { name: 'of', label: copy.whose, options: isWide ? WHOSE : [] },
    { name: 'due', label: copy.due, options: DUE },
    { name: 'kind', label: copy.kind, options: kinds },
    { name: 'owedBy', label: copy.owedBy, options: roles },
    { name: 'under', label: copy.village, options: villages },
  ]
  const offered = fields.filter(({ options }) => options.length > 2 || options === WHOSE)
  const chosen = offered.flatMap(({ name, options }) =>
    options.filter(({ value }) => value !== '' && value === choice[name]).map(({ label }) => label),
  )
  return (
    <View className='dfv-card dfv-stack'>
      <Tap className='dfv-link' expanded={open} onTap={() => setOpen(!open)}>
        {[copy.filter, chosen.join('，')].filter(Boolean).join('：')}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} small />
      </Tap>
      {open &&
        offered.map(({ name, label, options }) => (
          <Field key={name} name={name} label={label} group='radiogroup'>
            <Options
              options={[...options]}
              chosen={[choice[name]]}
              onChange={([value]) => onChange({ ...choice, [name]: value ?? '' })}
            />
          </Field>
        ))}
    </View>
  )
}
