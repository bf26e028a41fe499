/** Why a file cannot be read as a workbook at all. What is wrong inside a row is told row by row, not by this. */
export type WorkbookFaultCode =
  /** Not an .xlsx file, or one that is damaged. */
  | 'notWorkbook'
  /** The older format of Excel, or a workbook that asks for a password: both begin alike. */
  | 'oldOrLocked'
  /** Larger, once unpacked, than any table that people fill in. */
  | 'tooLarge'

export class WorkbookFault extends Error {
  constructor(
    readonly code: WorkbookFaultCode,
    options?: { cause?: unknown },
  ) {
    super(code, options)
    this.name = 'WorkbookFault'
  }
}
