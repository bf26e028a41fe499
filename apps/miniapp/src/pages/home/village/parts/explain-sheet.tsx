import { obligationReason } from '@dfv/rules'
import { View } from '@tarojs/components'
import { home as copy } from '@/shared/copy'
import { toStandard } from '@/shared/navigation'
import { Button, Heading, Link, Region, Sheet } from '@/shared/ui'
import type { DutyRow } from '@/shared/village'

type Props = { row: DutyRow | null; onAct: (row: DutyRow) => void; onClose: () => void }

/** Why this is due, in the notice's own words, and what settles it. */
export function ExplainSheet({ row, onAct, onClose }: Props) {
  if (!row) return null
  const { duty } = row
  return (
    <Sheet open title={row.title} onClose={onClose}>
      <Heading level={3}>{copy.explainWhy}</Heading>
      <View className='dfv-text'>{obligationReason(duty)}</View>
      <View className='dfv-text'>{row.note}</View>
      {duty.clause.quote !== '' && (
        <Region role='blockquote' className='dfv-quote'>
          “{duty.clause.quote}” {duty.clause.ref}
        </Region>
      )}
      {duty.clause.quote === '' && <View className='dfv-fine'>{duty.clause.ref}</View>}
      <View className='dfv-stack'>
        {duty.part && (
          <Link onTap={() => toStandard(duty.part?.split('.')[0] ?? '')}>{copy.explainStandard}</Link>
        )}
        {row.mine && (
          <Button look='primary' onTap={() => onAct(row)}>
            {row.action}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
