import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { cycles as copy } from '@/shared/copy'
import { shortPeriod } from '@/shared/format'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Region } from './structure'

export type CycleState = 'done' | 'due' | 'missed' | 'notNeeded' | 'unknown'
export type CycleRow = { label: string; cells: readonly { period: string; state: CycleState }[] }

const ICON: Record<CycleState, IconName> = {
  done: 'check',
  missed: 'close',
  due: 'later',
  notNeeded: 'not-applicable',
  unknown: 'info',
}

/** What was done in each period of the year: a table for readers, six columns for eyes. */
export function CycleStrip({ rows }: { rows: readonly CycleRow[] }) {
  const periods = rows[0]?.cells.map((cell) => cell.period) ?? []
  return (
    <View>
      {rows.map((row) => (
        <Fragment key={row.label}>
          <View className='dfv-cycles__label'>{row.label}</View>
          <View className='dfv-cycles'>
            {row.cells.map((cell, column) => (
              <Region
                key={cell.period}
                role='note'
                className={classes('dfv-cycles__cell', `dfv-cycles__cell--${cell.state}`)}
                label={`${periods[column]}，${row.label}，${copy[cell.state]}`}
              >
                <View className='dfv-cycles__period'>{shortPeriod(cell.period)}</View>
                <Icon name={ICON[cell.state]} small />
              </Region>
            ))}
          </View>
        </Fragment>
      ))}
      <View className='dfv-cycles__caption'>{copy.caption}</View>
    </View>
  )
}
