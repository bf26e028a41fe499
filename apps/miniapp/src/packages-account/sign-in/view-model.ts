import type { DemoAccount, Session } from '@/shared/api'
import { account as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

export type SignInForm = { agreed: boolean; bindingCode: string }

/** What must be right before anything is sent. */
export function checkConsent(form: SignInForm): SummaryLine[] {
  return form.agreed ? [] : [{ field: 'agreed', text: copy.agreeFirst }]
}
export function checkBinding(form: SignInForm): SummaryLine[] {
  const missing = normaliseCode(form.bindingCode) === ''
  return [
    ...checkConsent(form),
    ...(missing ? [{ field: 'bindingCode', text: copy.bindingCodeMissing }] : []),
  ]
}

/** Printed codes are typed with spaces, dashes and small letters. */
export const normaliseCode = (typed: string) => typed.replace(/[\s—–-]/g, '').toUpperCase()

/** Where a signed-in person goes next. */
export function nextStep(session: Session): 'home' | 'choose-role' | 'bind' {
  if (session.appointments.length === 0) return 'bind'
  return session.appointments.length > 1 ? 'choose-role' : 'home'
}

/** The demo's persons as rows: what they are first, because the names are invented. */
export const demoRows = (accounts: readonly DemoAccount[]) =>
  accounts.map(({ accountId, name, roleLabel, areaName, story }) => ({
    accountId,
    title: [areaName, roleLabel].filter(Boolean).join(' '),
    note: [name, story].filter(Boolean).join('。'),
  }))
