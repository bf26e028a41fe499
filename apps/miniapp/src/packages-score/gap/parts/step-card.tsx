import type { Obligation } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { check as copy } from '@/shared/copy'
import { Button, classes, DueRow, Icon, KeepCodes, StateChip, Tap } from '@/shared/ui'
import type { StepRow } from '../view-model'

type Props = { row: StepRow; onRecord: (duty: Obligation) => void }

/** One step: what, about whom, what it takes and brings, and the forms that record it. */
export function StepCard({ row, onRecord }: Props) {
  const { number, icon, title, about, note, effect, isGain, chip, duties } = row
  return (
    <View className='dfv-step'>
      <View className='dfv-step__number'>{number}</View>
      <View className='dfv-step__main'>
        <View className='dfv-step__head'>
          <View className='dfv-step__title'>{title}</View>
          <StateChip state={chip.state}>{chip.text}</StateChip>
        </View>
        {about !== '' && (
          <View className='dfv-text'>
            <KeepCodes text={about} />
          </View>
        )}
        <View className='dfv-text'>{note}</View>
        {effect !== '' && <View className={classes('dfv-text', isGain && 'dfv-step__gain')}>{effect}</View>}
        {duties.length === 1 && (
          <View className='dfv-step__act'>
            <Button
              icon={icon}
              onTap={() => onRecord(duties[0]!.duty)}
              label={`${duties[0]!.action}，${title}`}
            >
              {duties[0]!.action}
            </Button>
          </View>
        )}
        {duties.length > 1 && <Duties row={row} onRecord={onRecord} />}
      </View>
    </View>
  )
}

/** Several of one kind are recorded one by one; the list opens on demand, so that the plan stays short. */
function Duties({ row: { duties }, onRecord }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Tap className='dfv-link' onTap={() => setOpen(!open)} expanded={open}>
        {copy.gapOneByOne(duties.length)}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} small />
      </Tap>
      {open &&
        duties.map(({ duty, icon, title, note, chip, action }) => (
          <DueRow
            key={duty.id}
            icon={icon}
            title={title}
            note={note}
            chip={chip}
            action={action}
            onAction={() => onRecord(duty)}
          />
        ))}
    </>
  )
}
