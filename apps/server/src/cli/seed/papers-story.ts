import { addDays, addMonths, DOCUMENTS, yearOf } from '@dfv/rules'
import type { CastKey } from '../seed-data/demo-town.js'
import type { VillagePlan } from '../seed-data/village-plans.js'
import { pick } from './seed-ids.js'
import { dayOf, HOUR, tell } from './tell.js'
import type { Stage } from './village-story.js'

/** Papers, the leading group, meetings, money, and the bottom lines of every quarter. */
export function papersStory(stage: Stage, plan: VillagePlan, months: readonly string[]): void {
  const { letter, startOn, today } = stage
  const secretary: CastKey = `${letter}.secretary`
  const lacks = (gap: NonNullable<VillagePlan['gaps']>[number]) => plan.gaps?.includes(gap) === true
  tell(stage, {
    name: `${letter}:lines`,
    by: 'town1',
    on: addDays(startOn, 1),
    kind: 'bottom-lines-text',
    payload: {
      document: '示范镇底线条文（演示）',
      lines: '演示用：五条的原文由镇禁毒办照上级文件填写。',
    },
  })
  if (!lacks('leading-group'))
    tell(stage, {
      name: `${letter}:leading-group`,
      by: secretary,
      on: addDays(startOn, 3),
      kind: 'leading-group',
      payload: {
        leader: 'posted-leader',
        deputy: 'secretary',
        members: ['police', 'posted-cadre', 'committee'],
        office: 'yes',
        dedicated: 'yes',
        document: `示${letter}村〔示例〕1号`,
      },
    })
  tell(stage, {
    name: `${letter}:office`,
    by: secretary,
    on: addDays(startOn, 4),
    kind: 'village-office',
    payload: { items: ['office', 'facilities', 'board'] },
  })
  for (let year = yearOf(startOn); year <= yearOf(today); year++) yearPapers(stage, year, lacks('documents'))
  for (const month of months) {
    quarterEnd(stage, month, lacks('lines'))
    if (Number(month.slice(5)) % 3 === 2)
      tell(stage, {
        name: `${letter}:meeting:${month}`,
        by: secretary,
        on: dayOf(month, 10 + pick(`${letter}:meeting:${month}`, 8)),
        kind: 'meeting',
        payload: {
          chair: pick(`${letter}:chair:${month}`, 2) === 0 ? 'posted-leader' : 'secretary',
          attendance: 9 + pick(`${letter}:there:${month}`, 8),
          topics: '通报上季度工作，安排下季度宣传、走访和场所检查',
        },
      })
  }
  if (letter === 'B' || letter === 'C')
    tell(stage, {
      name: `${letter}:experience`,
      // What the town has taken up, it entered itself.
      by: letter === 'B' ? 'town1' : secretary,
      on: addDays(today, -70),
      kind: 'experience-report',
      payload: {
        year: yearOf(addDays(today, -70)),
        title: '宣传进祠堂、进圩日的做法',
        reach: letter === 'B' ? 'town' : 'none',
      },
    })
}

function yearPapers({ ...stage }: Stage, year: number, isIncomplete: boolean): void {
  const { letter, startOn } = stage
  const first = [`${year}-01-02`, addDays(startOn, 5)].sort()[1]!
  DOCUMENTS.forEach(({ value, label }, index) => {
    if (isIncomplete && (value === 'activity-schedule' || value === 'customs-reform')) return
    tell(stage, {
      name: `${letter}:document:${year}:${value}`,
      by: `${letter}.${index % 2 === 0 ? 'secretary' : 'caseWorker'}`,
      on: addDays(first, index % 2),
      kind: 'village-document',
      payload: {
        document: value,
        year,
        title: `示范村${letter}${year}年${label}`,
        ...(value === 'village-rules' && { antiDrugClause: 'yes' }),
      },
    })
  })
  tell(stage, {
    name: `${letter}:funds:${year}`,
    by: `${letter}.secretary`,
    on: addDays(first, 2),
    kind: 'funds',
    payload: { year, yuan: 20000 + 1000 * pick(`${letter}:funds:${year}`, 20), source: 'village' },
  })
}

/** On its last morning the village says of a quarter which lines it kept. */
function quarterEnd(stage: Stage, month: string, isLastLeftOut: boolean): void {
  const number = Number(month.slice(5))
  if (number % 3 !== 0) return
  const on = addDays(addMonths(`${month}-01`, 1), -1)
  // The last quarter that ended was forgotten.
  if (isLastLeftOut && addMonths(on, 3) > stage.today) return
  tell(stage, {
    name: `${stage.letter}:declaration:${month}`,
    by: `${stage.letter}.secretary`,
    on,
    minute: 9 * HOUR,
    kind: 'bottom-line-declaration',
    payload: {
      year: yearOf(on),
      quarter: String(number / 3),
      kept: ['line-1', 'line-2', 'line-3', 'line-4', 'line-5'],
    },
  })
}
