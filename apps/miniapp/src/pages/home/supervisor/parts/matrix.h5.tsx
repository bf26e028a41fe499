import { standardNumber, stateLabel } from '@dfv/rules'
import { type KeyboardEvent, useRef, useState } from 'react'
import { overview as copy } from '@/shared/copy'
import { toVillageStandard, toVillageState } from '@/shared/navigation'
import { classes, Icon, type IconName } from '@/shared/ui'
import { GATES, MEASURES, moveIn, STANDARDS, type VillageRow } from '../view-model'

const GROUPS = [
  { name: copy.standards, gates: STANDARDS },
  { name: copy.measures, gates: MEASURES },
]

const ICON: Record<string, IconName> = {
  met: 'check',
  notMet: 'close',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
}

/** Villages by standards and measures for a wide window: one stop for the tab key, arrows inside, head and names stay in sight. */
export function Matrix({ rows }: { rows: readonly VillageRow[] }) {
  const [at, setAt] = useState({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const size = { rows: rows.length, columns: GATES.length + 1 }
  const move = (event: KeyboardEvent) => {
    const to = moveIn(at, event.key, size)
    if (!to) return
    event.preventDefault()
    setAt(to)
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus()
  }
  const stop = (row: number, column: number) => ({
    'data-cell': `${row}-${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
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
              <th key={gate} scope='col' title={rows[0]?.cells.find((cell) => cell.gate === gate)?.title}>
                {standardNumber(gate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.code}>
              <th scope='row'>
                <button
                  type='button'
                  className='dfv-tap dfv-matrix__name'
                  onClick={() => toVillageState(row.code)}
                  {...stop(rowAt, 0)}
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
                    {...stop(rowAt, index + 1)}
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
          ))}
        </tbody>
      </table>
      <div className='dfv-fine'>{copy.legend}</div>
    </div>
  )
}
