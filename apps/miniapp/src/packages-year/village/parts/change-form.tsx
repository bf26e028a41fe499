import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ItemChange, YearItem } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { Button, Field, Heading, Link, TextArea, TextInput } from '@/shared/ui'
import { scoreIn, scoreText } from '../../points'
import { isReason } from '../../reason'

type Props = {
  isCorrection: boolean
  item: YearItem
  change: ItemChange | null
  onChange: (change: ItemChange | null) => void
  onDone: () => void
}

/** Other points for one item, with the reason; sent together with the endorsement or the correction. */
export function ChangeForm({ isCorrection, item, change, onChange, onDone }: Props) {
  const [points, setPoints] = useState(change ? scoreText(change.points) : '')
  const [reason, setReason] = useState(change?.reason ?? '')
  const [isTried, setTried] = useState(false)
  const own = scoreIn(points, item.weight)
  const keep = () => {
    setTried(true)
    if (own === null || !isReason(reason)) return
    onChange({ item: item.id, points: own, reason: reason.trim() })
    onDone()
  }
  return (
    <View className='dfv-stack'>
      <Heading level={3}>{copy.change}</Heading>
      <Field
        name='changePoints'
        label={copy.changePoints}
        error={isTried && own === null ? copy.pointsWrong(scoreText(item.weight)) : undefined}
      >
        <TextInput value={points} label={copy.changePoints} maxLength={6} onChange={setPoints} />
      </Field>
      <Field
        name='changeReason'
        label={copy.changeReason}
        error={isTried && !isReason(reason) ? copy.reasonMissing : undefined}
      >
        <TextArea value={reason} label={copy.changeReason} maxLength={500} onChange={setReason} />
      </Field>
      <Button className='dfv-year-change' onTap={keep}>
        {isCorrection ? copy.correctKeep : copy.changeKeep}
      </Button>
      {change && <Link onTap={() => onChange(null)}>{copy.unchange}</Link>}
    </View>
  )
}
