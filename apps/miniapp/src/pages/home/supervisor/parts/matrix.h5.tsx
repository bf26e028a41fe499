import { MEASURE_IDS, STANDARD_IDS, standardNumber, standardTitle, stateLabel } from '@dfv/rules'
import { type KeyboardEvent, useRef, useState } from 'react'
import { overview as copy } from '@/shared/copy'
import { toVillageStandard, toVillageState } from '@/shared/navigation'
import { classes, Icon, type IconName } from '@/shared/ui'
import { GATES, gridLines, moveIn, type TownGroup, type VillageRow } from '../view-model'
import type { VillagesProps } from './villages'

const GROUPS = [
  { name: copy.standards, gates: STANDARD_IDS },
  { name: copy.measures, gates: MEASURE_IDS },
]

const ICON: Record<string, IconName> = {
  met: 'check',
  notMet: 'close',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
}

type Stop = { 'data-cell': string; tabIndex: number; onFocus: () => void }
type LineProps = { stop: (column: number) => Stop }

/**
 * Villages by standards and measures for a wide window: one stop for the tab key, arrows inside, head and names stay in
 * sight. Of several towns each is one row, with its villages below once unfolded: a county fits on one screen.
 */
export function Matrix({ groups, unfolded, onFold }: VillagesProps) {
  const [at, setAt] = useState({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const lines = gridLines(groups, unfolded)
  const size = { rows: lines.length, columns: GATES.length + 1 }
  const move = (event: KeyboardEvent) => {
    const to = moveIn(at, event.key, size)
    if (!to) return
    event.preventDefault()
    setAt(to)
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus()
  }
  // A row that was folded away takes its stop with it.
  const stopped = { row: Math.min(at.row, lines.length - 1), column: at.column }
  const stop = (row: number, column: number): Stop => ({
    'data-cell': `${row}-${column}`,
    tabIndex: stopped.row === row && stopped.column === column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
  })
  return (
    <div className='dfv-matrix'>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved through with arrow keys */}
      <table ref={table} role='grid' aria-label={copy.gridLabel} onKeyDown={move}>
        <thead>
          <tr>
            <th scope='col' rowSpan={2}>
              {copy.columns.village}
            </th>
            {GROUPS.map(({ name, gates }) => (
              <th key={name} scope='colgroup' colSpan={gates.length}>
                {name}
              </th>
            ))}
            {(['overdue', 'soon', 'pending', 'roster', 'last'] as const).map((column) => (
              <th key={column} scope='col' rowSpan={2}>
                {copy.columns[column]}
              </th>
            ))}
          </tr>
          <tr>
            {GATES.map((gate) => (
              <th key={gate} scope='col' title={standardTitle(gate)}>
                {standardNumber(gate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, rowAt) =>
            line.kind === 'town' ? (
              <TownLine
                key={line.group.code}
                group={line.group}
                open={line.open}
                stop={(column) => stop(rowAt, column)}
                onFold={() => onFold(line.group.code)}
              />
            ) : (
              <VillageLine key={line.row.code} row={line.row} stop={(column) => stop(rowAt, column)} />
            ),
          )}
        </tbody>
      </table>
      <div className='dfv-fine'>
        {copy.legend}
        {groups.length > 1 && copy.townLegend}
      </div>
    </div>
  )
}

type TownProps = LineProps & { group: TownGroup; open: boolean; onFold: () => void }

function TownLine({ group, open, stop, onFold }: TownProps) {
  return (
    <tr className='dfv-matrix__town'>
      <th scope='row'>
        <button
          type='button'
          className='dfv-tap dfv-matrix__fold'
          aria-expanded={open}
          aria-label={(open ? copy.fold : copy.unfold)(group.name)}
          onClick={onFold}
          {...stop(0)}
        >
          <Icon name={open ? 'chevron-up' : 'chevron-down'} small />
          {group.name}
        </button>
      </th>
      {group.cells.map(({ gate, title, state, text, label }, index) => (
        <td key={gate}>
          <button
            type='button'
            className={classes('dfv-tap', 'dfv-matrix__sum', `dfv-matrix__cell--${state ?? 'undetermined'}`)}
            aria-label={label}
            title={`${title}：${label}`}
            onClick={onFold}
            {...stop(index + 1)}
          >
            <Icon name={ICON[state ?? 'undetermined'] ?? 'undetermined'} small />
            {text}
          </button>
        </td>
      ))}
      <td className='dfv-matrix__number'>{group.overdue}</td>
      <td className='dfv-matrix__number'>{group.dueSoon}</td>
      <td className='dfv-matrix__number'>{group.pending}</td>
      <td className='dfv-matrix__words' colSpan={2}>
        {group.counts}
      </td>
    </tr>
  )
}

function VillageLine({ row, stop }: LineProps & { row: VillageRow }) {
  return (
    <tr>
      <th scope='row'>
        <button
          type='button'
          className='dfv-tap dfv-matrix__name'
          onClick={() => toVillageState(row.code)}
          {...stop(0)}
        >
          {row.name}
        </button>
        {row.stale && <span className='dfv-fine'>{row.stale}</span>}
      </th>
      {row.cells.map(({ gate, title, state }, index) => (
        <td key={gate}>
          <button
            type='button'
            className={classes(
              'dfv-tap',
              'dfv-matrix__cell',
              `dfv-matrix__cell--${state ?? 'notApplicable'}`,
            )}
            aria-label={copy.cell(row.name, title, state ? stateLabel(state) : copy.noRecord)}
            title={`${title}：${state ? stateLabel(state) : copy.noRecord}`}
            onClick={() => toVillageStandard(row.code, gate)}
            {...stop(index + 1)}
          >
            <Icon name={ICON[state ?? 'notApplicable'] ?? 'not-applicable'} small />
          </button>
        </td>
      ))}
      <td className='dfv-matrix__number'>{row.overdue}</td>
      <td className='dfv-matrix__number'>{row.dueSoon}</td>
      <td className='dfv-matrix__number'>{row.pending}</td>
      <td className='dfv-matrix__words'>{row.roster}</td>
      <td className='dfv-matrix__words'>{row.last}</td>
    </tr>
  )
}
