import type { OwnVenue } from '@/shared/api'
import { common, ownVenue as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import type { ChipState, Fact } from '@/shared/ui'

export type VenueDuty = {
  id: string
  title: string
  note: string
  chip: { state: ChipState; text: string } | null
  /** What one can do about it here; null: it is done elsewhere. */
  act: 'fix' | 'roster' | 'quiz' | null
}

/** What is due for the venue: problems by their day, then people, then what hangs on the wall and what is signed. */
export function venueDuties(venue: OwnVenue, today: string): VenueDuty[] {
  const { problems, staff, inspections, pledgedOn, year } = venue
  const toAnswer = staff.filter(({ answered }) => !answered).length
  const last = inspections[0]
  return [
    ...problems.map(({ id, text, foundOn, fixBy, reportedOn }): VenueDuty => {
      const by = showDate(fixBy, today)
      return {
        id,
        title: text,
        note: copy.fixNote(showDate(foundOn, today)),
        chip:
          reportedOn === null
            ? { state: fixBy < today ? 'overdue' : 'due', text: copy.fixBy(by) }
            : { state: 'review', text: copy.reported(showDate(reportedOn, today)) },
        act: reportedOn === null ? 'fix' : null,
      }
    }),
    ...(staff.length === 0
      ? [{ id: 'roster', title: copy.roster, note: copy.rosterNote, chip: null, act: 'roster' as const }]
      : []),
    ...(toAnswer > 0
      ? [{ id: 'quiz', title: copy.quiz(toAnswer), note: copy.quizNote, chip: null, act: 'quiz' as const }]
      : []),
    ...(last?.signs === 'no'
      ? [
          {
            id: 'signs',
            title: copy.signs,
            note: copy.signsNote(showDate(last.on, today)),
            chip: null,
            act: null,
          },
        ]
      : []),
    ...(pledgedOn === null
      ? [{ id: 'pledge', title: copy.pledge(year), note: copy.pledgeNote, chip: null, act: null }]
      : []),
  ]
}

export const venueFacts = ({ headcount, pledgedOn }: OwnVenue, today: string): Fact[] => [
  { name: copy.headcount, value: headcount === null ? copy.notReported : copy.people(headcount) },
  {
    name: copy.pledgeLabel,
    value: pledgedOn === null ? copy.notSigned : copy.pledged(showDate(pledgedOn, today)),
  },
]

export type InspectionRow = { id: string; title: string; lines: string[] }

const PARTS = ['signs', 'cameras', 'staff', 'rooms'] as const

/** What was looked at, in the words of the form; what was not answered stays out. */
export const inspectionRows = ({ inspections }: OwnVenue, today: string): InspectionRow[] =>
  inspections.map((one) => ({
    id: one.id,
    title: showDate(one.on, today),
    lines: [
      PARTS.flatMap((part) => {
        const answer = one[part]
        return answer === null ? [] : [`${copy.checked[part]}：${copy.answers[answer]}`]
      }).join(common.separator),
      one.findings === '' ? '' : `${copy.findings}：${one.findings}`,
    ].filter((line) => line !== ''),
  }))
