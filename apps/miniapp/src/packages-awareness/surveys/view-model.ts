import type { Audience, SurveyIn } from '@/shared/api'
import { awareness, sampling as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

export type SurveyForm = {
  audience: Audience | null
  documentNo: string
  issuer: string
  surveyedOn: string
  valid: string
  aware: string
  keptAt: string
}

const whole = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null)

export function checkSurvey({
  audience,
  documentNo,
  issuer,
  valid,
  aware,
  keptAt,
}: SurveyForm): SummaryLine[] {
  const [people, knowing] = [whole(valid), whole(aware)]
  const faults: SummaryLine[] = []
  if (audience === null) faults.push({ field: 'audience', text: copy.audienceMissing })
  for (const [field, label, text] of [
    ['documentNo', copy.documentNo, documentNo],
    ['issuer', copy.issuer, issuer],
    ['keptAt', copy.keptAt, keptAt],
  ] as const)
    if (text.trim().length < 2) faults.push({ field, text: `${label}：${copy.textMissing}` })
  if (people === null || people < 1) faults.push({ field: 'valid', text: copy.sizeWrong })
  if (knowing === null || (people !== null && knowing > people))
    faults.push({ field: 'aware', text: copy.awareWrong })
  return faults
}

export const surveyOf = (form: SurveyForm, areaCode: string): SurveyIn => ({
  areaCode,
  audience: form.audience ?? 'resident',
  documentNo: form.documentNo.trim(),
  issuer: form.issuer.trim(),
  surveyedOn: form.surveyedOn,
  valid: Number(form.valid),
  aware: Number(form.aware),
  keptAt: form.keptAt.trim(),
})

export const surveyWho = (audience: Audience): string => awareness.people[audience]
