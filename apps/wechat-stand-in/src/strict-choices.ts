/**
 * Where WeChat's text gives no code or no form, the stand-in picks one. All such picks are here, so that one line
 * changes when a real account shows otherwise. `row` is the number of the rule in the tests' names.
 */
export const STRICT_CHOICES = {
  getCallUsedWithOtherMethod: {
    row: 5,
    errcode: 43001,
    why: 'the table names only the opposite case (43002); 43001 is its counterpart in the global list',
  },
  formEncodedBody: {
    row: 6,
    errcode: 47001,
    why: 'form posts are refused by text for QR codes only; refused everywhere here, whatever the body holds',
  },
  addressNotWhitelisted: {
    row: 7,
    errcode: 40164,
    why: 'documents say 61004, logs show 40164; the switch `ipWhitelist.refuseWith` chooses',
  },
  forcedRefreshesPerDay: {
    row: 11,
    errcode: 45009,
    why: 'the daily limit of forced refreshes is documented, its code is not',
  },
  tokenCallsPerMinute: { row: 12, errcode: 45011, why: 'the limit is documented, its code is not' },
  phoneCodeMissing: { row: 19, errcode: 40029, why: 'an absent code is answered like a wrong one' },
  phoneCodeOfSomeoneElse: {
    row: 20,
    errcode: 40003,
    why: 'the check is documented, its code is not; the refused code stays unused',
  },
  stateOrLanguageMissing: {
    row: 27,
    errcode: 47003,
    why: 'the current page says required and names a default in the same line',
  },
  refusedByUser: {
    row: 29,
    errcode: 43101,
    why: 'rejection and main switch share the code of a missing credit',
  },
  secCheckVersion: {
    row: 37,
    errcode: 47001,
    why: 'version 1 is frozen; its later answer is not documented',
  },
  secCheckContentEmpty: { row: 40, errcode: 44002, why: 'read as an empty post' },
  secCheckContentTooLong: { row: 40, errcode: 47001, why: 'read as a format error' },
  secCheckSignatureOutsideProfile: { row: 40, errcode: 47001, why: 'read as a format error' },
  secCheckPerMinute: { row: 42, errcode: 45009, why: '45011 is also possible' },
} as const satisfies Record<string, { row: number; errcode: number; why: string }>

/** Refusing a second identical send while the first one's fate is unknown (row 58): how long the client has to wait. */
export const UNKNOWN_SEND_WAIT_MS = 10 * 60_000

/** Whether message ids stand in the JSON text as bare digits or as a string is not settled; both can be chosen. */
export type MessageIdForm = 'digits' | 'string'
export const DEFAULT_MESSAGE_ID_FORM: MessageIdForm = 'digits'
