import Taro from '@tarojs/taro'
import { isWeapp } from './env'

/** One code of wx.login, or null where there is no WeChat. */
export async function loginCode(): Promise<string | null> {
  if (!isWeapp) return null
  const { code } = await Taro.login()
  return code
}

/** How large the user has set text in WeChat or in the browser, in px. */
export function preferredFontPx(): number {
  if (isWeapp) {
    const info = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    return info.fontSizeSetting ?? 16
  }
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

/** Screenshots on Android show a blank page; nothing more is promised. */
export function hideInCapture(hidden: boolean): void {
  if (isWeapp) Taro.setVisualEffectOnCapture?.({ visualEffect: hidden ? 'hidden' : 'none' } as never)
}

export function callPhone(phoneNumber: string): void {
  if (isWeapp) Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
  else window.location.href = `tel:${phoneNumber}`
}

/** The text of a scanned code, or null when the user gave up. */
export async function scanText(): Promise<string | null> {
  if (!isWeapp) return null
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}

export const canScan = isWeapp
export const canSignInByWechat = isWeapp
