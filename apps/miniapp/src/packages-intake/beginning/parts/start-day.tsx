import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Beginning } from '@/shared/api'
import { beginning as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, DateInput, Field, Sheet } from '@/shared/ui'

type Props = { beginning: Beginning; onSet: (startOn: string) => void }

/** The day from which a village is judged by its records; the town office sets it. */
export function StartDay({ beginning: { startOn, canSetStart }, onSet }: Props) {
  const [choosing, setChoosing] = useState(false)
  const [day, setDay] = useState(startOn ?? today())
  return (
    <View className='dfv-card dfv-stack'>
      <View className='dfv-row__title'>
        {startOn ? copy.since(showDate(startOn, today())) : copy.noStart}
      </View>
      {startOn && <View className='dfv-fine'>{copy.before}</View>}
      {canSetStart && (
        <Button small className='dfv-set-start' onTap={() => setChoosing(true)}>
          {startOn ? copy.changeStart : copy.setStart}
        </Button>
      )}
      <Sheet open={choosing} title={copy.setStart} onClose={() => setChoosing(false)}>
        <Field name='startOn' label={copy.startOn} help={copy.startHelp}>
          <DateInput value={day} label={copy.startOn} shown={showDate(day, today())} onChange={setDay} />
        </Field>
        <Button
          look='primary'
          className='dfv-start-sure'
          onTap={() => {
            setChoosing(false)
            onSet(day)
          }}
        >
          {copy.confirmStart}
        </Button>
      </Sheet>
    </View>
  )
}
