import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, person as copy } from '@/shared/copy'
import { toRecord } from '@/shared/navigation'
import { Button, EmptyState, Heading, Icon, type IconName, StateChip, Tap } from '@/shared/ui'

const PAGE_SIZE = 20

export type TimelineRow = { id: string; icon: IconName; text: string; unsent: boolean }

/** What happened to one person or place, the newest first. */
export function Timeline({ rows }: { rows: readonly TimelineRow[] }) {
  const [shown, setShown] = useState(PAGE_SIZE)
  return (
    <View>
      <Heading level={2}>{copy.timeline}</Heading>
      {rows.length === 0 && <EmptyState text={copy.timelineEmpty} />}
      <View className='dfv-card dfv-card--flush'>
        {rows.slice(0, shown).map((row) => (
          <Tap key={row.id} className='dfv-row dfv-timeline-row' onTap={() => toRecord(row.id)}>
            <Icon name={row.icon} />
            <View className='dfv-row__main'>{row.text}</View>
            {row.unsent && <StateChip state='phone' />}
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </View>
      {shown < rows.length && (
        <Button onTap={() => setShown(shown + PAGE_SIZE)}>
          {common.showMore(Math.min(PAGE_SIZE, rows.length - shown))}
        </Button>
      )}
    </View>
  )
}
