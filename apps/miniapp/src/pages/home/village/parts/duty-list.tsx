import { View } from '@tarojs/components'
import { useState } from 'react'
import { classes, DueRow, Heading, Icon, StateChip, Tap } from '@/shared/ui'
import type { DutyRow } from '@/shared/village'
import type { Line } from '../view-model'

type RowProps = { row: DutyRow; onAct: (row: DutyRow) => void; onExplain: (row: DutyRow) => void }
const Row = ({ row, onAct, onExplain }: RowProps) => (
  <DueRow
    icon={row.icon}
    title={row.title}
    note={row.note}
    chip={row.chip}
    action={row.action}
    onAction={() => onAct(row)}
    onExplain={() => onExplain(row)}
  />
)

type Handlers = Omit<RowProps, 'row'>

/** A group of work with its count; long runs of one kind fold into one line. */
export function DutyGroup({
  title,
  lines,
  grave,
  ...handlers
}: { title: string; lines: readonly Line[]; grave?: boolean } & Handlers) {
  const [open, setOpen] = useState<string | null>(null)
  if (lines.length === 0) return null
  return (
    <View className={classes('dfv-card dfv-card--flush dfv-duties', grave && 'dfv-duties--overdue')}>
      <Heading level={2} className='dfv-duties__title'>
        {title}
      </Heading>
      {lines.map((line) =>
        line.fold === null ? (
          <Row key={line.row.duty.id} row={line.row} {...handlers} />
        ) : (
          <View key={line.fold}>
            <Expander
              label={line.label}
              open={open === line.fold}
              onTap={() => setOpen(open === line.fold ? null : line.fold)}
            />
            {open === line.fold && line.rows.map((row) => <Row key={row.duty.id} row={row} {...handlers} />)}
          </View>
        ),
      )}
    </View>
  )
}

/** A group that is closed until asked for. */
export function ClosedGroup({
  title,
  rows,
  readOnly,
  ...handlers
}: { title: string; rows: readonly DutyRow[]; readOnly?: boolean } & Handlers) {
  const [open, setOpen] = useState(false)
  if (rows.length === 0) return null
  return (
    <View className='dfv-card dfv-card--flush dfv-duties'>
      <Expander label={title} open={open} onTap={() => setOpen(!open)} />
      {open &&
        rows.map((row) =>
          readOnly ? (
            <Tap key={row.duty.id} className='dfv-row' onTap={() => handlers.onExplain(row)}>
              <Icon name={row.icon} />
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.title}</View>
                <View className='dfv-row__note'>{row.note}</View>
              </View>
              {row.chip.state === 'overdue' && <StateChip state='overdue'>{row.chip.text}</StateChip>}
            </Tap>
          ) : (
            <Row key={row.duty.id} row={row} {...handlers} />
          ),
        )}
    </View>
  )
}

export function Expander({ label, open, onTap }: { label: string; open: boolean; onTap: () => void }) {
  return (
    <Tap className='dfv-row dfv-expander' onTap={onTap} expanded={open}>
      <View className='dfv-row__main dfv-row__title'>{label}</View>
      <Icon name={open ? 'chevron-up' : 'chevron-down'} />
    </Tap>
  )
}
