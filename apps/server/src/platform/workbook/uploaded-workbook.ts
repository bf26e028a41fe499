import { DomainError } from '../errors/domain-error.js'
import { readWorkbook, type SheetContent } from './read-workbook.js'
import { WorkbookFault, type WorkbookFaultCode } from './workbook-fault.js'

const FAULTS: Record<
  WorkbookFaultCode,
  'WORKBOOK_UNREADABLE' | 'WORKBOOK_OLD_OR_LOCKED' | 'WORKBOOK_TOO_LARGE'
> = {
  notWorkbook: 'WORKBOOK_UNREADABLE',
  oldOrLocked: 'WORKBOOK_OLD_OR_LOCKED',
  tooLarge: 'WORKBOOK_TOO_LARGE',
}

/** Reads a workbook that somebody sent. @throws DomainError saying what to do with a file that cannot be read */
export async function readUploaded(file: Buffer): Promise<SheetContent[]> {
  try {
    return await readWorkbook(file)
  } catch (error) {
    if (error instanceof WorkbookFault) throw new DomainError(FAULTS[error.code], {}, [], { cause: error })
    throw error
  }
}
