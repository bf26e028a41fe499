import { describedIn } from '../../platform/documents/rare-characters.js'
import type { Pledge } from './pledge.entity.js'
import type { PledgeSeal } from './pledge-seal.entity.js'
import type { PledgeLevel } from './pledge-template.entity.js'
import type { PledgeHead, PledgeReceipt } from './pledges.dto.js'
import { printedCode } from './verify-code.js'

/** What a pledge is called where the person is not shown. */
export const LEVEL_TITLES: Readonly<Record<PledgeLevel, string>> = {
  'town-village': '禁毒责任状（镇—村）',
  'village-grid-worker': '网格员禁毒责任状（村—网格员）',
  'village-venue': '场所禁毒责任状（村—场所）',
  'village-household': '家庭户禁毒承诺书',
  class: '班级禁毒承诺书',
}

/** Page that a printed pledge's QR code opens; it works without signing in. */
export const verifyUrl = (publicUrl: string, code: string): string =>
  `${publicUrl}/#/packages-public/verify/index?code=${printedCode(code)}`

/** Number of a sealed pledge: its year and its place in the county's chain. */
export const sealNumber = (pledge: Pledge, seal: PledgeSeal): string =>
  `PL-${pledge.year}-${String(seal.seq).padStart(5, '0')}`

/** Whether a time-stamping authority vouches for the time: it does, is yet to, or nobody asked one. */
export const timestampOf = (seal: PledgeSeal | null): 'absent' | 'pending' | 'present' =>
  seal?.timestampToken ? 'present' : seal?.isStampDue ? 'pending' : 'absent'

export function headOf(pledge: Pledge, areaName: string, seal: PledgeSeal | undefined): PledgeHead {
  return {
    id: pledge.id,
    title: pledge.title,
    level: pledge.level,
    year: pledge.year,
    state: pledge.state,
    dueOn: pledge.dueOn,
    areaName,
    ...(seal ? { sealedAt: seal.sealedAt.toISOString() } : {}),
  }
}

export function receiptOf(pledge: Pledge, seal: PledgeSeal | null, publicUrl: string): PledgeReceipt {
  return {
    state: seal ? 'sealed' : 'sealing',
    verifyCode: printedCode(pledge.verifyCode),
    verifyUrl: verifyUrl(publicUrl, pledge.verifyCode),
    ...(seal ? { number: sealNumber(pledge, seal), sealedAt: seal.sealedAt.toISOString() } : {}),
    timestamp: timestampOf(seal),
  }
}

/** What is told of a text before it is signed: characters that its print shows as their numbers, if there are any. */
export function printedAsNumbers(text: string): { printedAsNumbers?: string[] } {
  const numbers = describedIn(text)
  return numbers.length === 0 ? {} : { printedAsNumbers: numbers }
}
