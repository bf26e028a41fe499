import Taro from '@tarojs/taro'
import { isWeapp } from './env'

/** The user has not agreed to WeChat's privacy guide; whatever needed it goes on without. */
export class PrivacyRefusedError extends Error {
  constructor() {
    super('the privacy guide was not agreed to')
    this.name = 'PrivacyRefusedError'
  }
}

type Answer = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0]

/** WeChat holds a private call back until one of these is called. */
export type PrivacyQuestion = {
  /** The dialog is on screen. */
  shown(): void
  /** @param buttonId of the native button whose tap was the consent: WeChat checks that it was tapped */
  agree(buttonId: string): void
  refuse(): void
}

const questionOf = (answer: Answer): PrivacyQuestion => ({
  shown: () => answer({ event: 'exposureAuthorization' }),
  agree: (buttonId) => answer({ event: 'agree', buttonId }),
  refuse: () => answer({ event: 'disagree' }),
})

/** From now on the app asks in its own words, and must answer every question. WeChat hears the last caller only. */
export function onPrivacyQuestion(ask: (question: PrivacyQuestion) => void): void {
  if (isWeapp) Taro.onNeedPrivacyAuthorization?.((answer) => ask(questionOf(answer)))
}

/**
 * Before a call that takes something of the user's: asks for his consent, unless it was given.
 * @throws PrivacyRefusedError
 */
export function requirePrivacy(): Promise<void> {
  if (!isWeapp || !Taro.requirePrivacyAuthorize) return Promise.resolve()
  return new Promise((resolve, reject) =>
    Taro.requirePrivacyAuthorize({
      success: () => resolve(),
      fail: () => reject(new PrivacyRefusedError()),
    }),
  )
}

/** Consent missing (own dialog, WeChat's own), or the guide lacks the interface: WeChat's numbers for it. */
const PRIVACY_ERRNOS: readonly number[] = [103, 104, 112, 1025, 101100, 101101, 101102]

/** Whether a private call failed for want of consent and not because the user thought better of it. */
export function isPrivacyRefusal(error: unknown): boolean {
  const { errno, errMsg } = (error ?? {}) as { errno?: number; errMsg?: string }
  return PRIVACY_ERRNOS.includes(errno ?? 0) || /privacy/i.test(errMsg ?? '')
}

/** What WeChat calls the guide, 《…》; undefined where there is none to agree to. */
export function privacyGuideName(): Promise<string | undefined> {
  if (!isWeapp || !Taro.getPrivacySetting) return Promise.resolve(undefined)
  return new Promise((resolve) =>
    Taro.getPrivacySetting({
      success: ({ privacyContractName }) => resolve(privacyContractName || undefined),
      fail: () => resolve(undefined),
    }),
  )
}

/** WeChat's own page with the guide. */
export function openPrivacyGuide(): void {
  if (isWeapp) Taro.openPrivacyContract?.({ fail: () => undefined })
}

export const hasPrivacyGuide = isWeapp
