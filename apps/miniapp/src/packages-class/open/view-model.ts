import type { ClassIn } from '@/shared/api'
import { classes as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

export type ClassForm = { topic: string; className: string; pupils: string; lessonMinutes: string }
export const EMPTY_CLASS: ClassForm = { topic: '', className: '', pupils: '', lessonMinutes: '40' }

const MOST_PUPILS = 500
const MOST_MINUTES = 240
const wholeUpTo = (text: string, most: number): number | null => {
  const n = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return n >= 1 && n <= most ? n : null
}

export function checkClass({ topic, className, pupils, lessonMinutes }: ClassForm): SummaryLine[] {
  return [
    ...(topic === '' ? [{ field: 'topic', text: copy.topicMissing }] : []),
    ...(className.trim().length < 2 ? [{ field: 'className', text: copy.classNameMissing }] : []),
    ...(wholeUpTo(pupils, MOST_PUPILS) === null ? [{ field: 'pupils', text: copy.pupilsWrong }] : []),
    ...(wholeUpTo(lessonMinutes, MOST_MINUTES) === null
      ? [{ field: 'lessonMinutes', text: copy.minutesWrong }]
      : []),
  ]
}

/** What is sent; only for a form without faults. */
export const lessonOf = (form: ClassForm): ClassIn => ({
  topic: form.topic,
  className: form.className.trim(),
  pupils: Number(form.pupils),
  lessonMinutes: Number(form.lessonMinutes),
})
