import { useState } from 'react'
import { type Session, sessionApi } from '@/shared/api'
import { account as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack, toRoleChoice, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { canSignInByWechat, loginCode } from '@/shared/platform'
import { startSession, useSession } from '@/shared/session'
import type { SummaryLine } from '@/shared/ui'
import { checkBinding, checkConsent, nextStep, normaliseCode, type SignInForm } from './view-model'

/** What the page can do; one thing at a time. */
export function useSignIn() {
  // A page in the middle of something asked for the sign-in: that page is where one goes on.
  const comesBack = usePageParams().back === '1'
  const [form, setForm] = useState<SignInForm>({ agreed: false, bindingCode: '' })
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  /** Known to WeChat, but the town has not said who this is. */
  const [mustBind, setMustBind] = useState(false)

  const enter = (session: Session) => {
    startSession(session)
    const next = nextStep(session)
    const mustChoose = next === 'choose-role' && useSession.getState().activeId === null
    if (comesBack && !mustChoose) goBack()
    else if (next === 'bind' && canSignInByWechat) setMustBind(true)
    else if (next === 'choose-role') toRoleChoice()
    else toTab('home')
  }
  const attempt = async (wrong: SummaryLine[], signIn: () => Promise<Session>) => {
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    try {
      enter(await signIn())
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }

  return {
    form,
    faults,
    told,
    busy,
    mustBind,
    agreed: form.agreed,
    setAgreed: (agreed: boolean) => {
      setForm({ ...form, agreed })
      if (agreed) setFaults(faults.filter(({ field }) => field !== 'agreed'))
    },
    setBindingCode: (bindingCode: string) => setForm({ ...form, bindingCode }),
    byWechat: () => attempt(checkConsent(form), async () => sessionApi.wechat((await loginCode()) ?? '')),
    byPhone: (code: string) => attempt(checkConsent(form), () => sessionApi.wechatPhone(code)),
    /** WeChat gave no number: it was refused, or the privacy guide was. There is another way. */
    withoutPhone: () => setTold({ kind: 'refused', text: copy.noPhone }),
    byBindingCode: () =>
      attempt(checkBinding(form), () => {
        const code = normaliseCode(form.bindingCode)
        return mustBind ? sessionApi.bindWechat(code) : sessionApi.bindingCode(code)
      }),
    byDemo: (accountId: string) => attempt([], () => sessionApi.demo(accountId)),
    byScan: enter,
  }
}
export type SignIn = ReturnType<typeof useSignIn>
