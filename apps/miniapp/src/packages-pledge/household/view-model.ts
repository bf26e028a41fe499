import { householdPledge as copy } from '@/shared/copy'

/** Digits as they were typed or printed, without the gaps. */
export const plainCode = (typed: string): string => typed.replace(/\s/g, '')

/** What is missing before the text can be asked for. @param code null: nobody needs one at the door */
export function entryFaults({ code, name }: { code: string | null; name: string }) {
  return [
    ...(code === null || /^\d{12}$/.test(plainCode(code)) ? [] : [{ field: 'code', text: copy.codeMissing }]),
    ...(Array.from(name.trim()).length >= 2 ? [] : [{ field: 'name', text: copy.nameMissing }]),
  ]
}
