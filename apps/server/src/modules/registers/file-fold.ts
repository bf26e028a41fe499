import type { FoldInput } from './file-ledger.js'
import { foldPersonFile } from './person-head.js'
import { foldPlaceFile } from './place-head.js'
import type { FileState } from './subject-file.js'

/** What a register shows of a subject, folded from its records, and who may see its file. */
export const foldFile = (input: FoldInput): FileState =>
  input.type === 'person' ? foldPersonFile(input) : foldPlaceFile(input, input.type)
