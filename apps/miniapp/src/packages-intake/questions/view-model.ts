import type { UploadedQuestions } from '@/shared/api'
import { questionTable as copy, quizBank } from '@/shared/copy'
import type { ShownTable } from '../tables/view-model'

/** A table of questions, shown like a village's: what is written waits for a second person. */
export const shownTable = ({ counts, preview, ...table }: UploadedQuestions): ShownTable => ({
  ...table,
  sheet: 'questions',
  title: quizBank.title,
  counts: { ...counts, voided: 0, registered: 0, waiting: counts.new + counts.changed },
  preview: preview.map(({ row, action, stem }) => ({
    row,
    action,
    cells: [{ heading: copy.stem, text: stem }],
  })),
})
