import type { Format, Sheet } from './document/document.js'
import type { FormContext } from './form-context.js'

/** Groups of the list people choose from. */
export const FORM_GROUPS = ['person', 'work', 'document', 'archive', 'record'] as const

type Head = {
  id: string
  /** On the paper, as the notice calls it. */
  title: string
  /** In lists and file names, which lie about on desks: neutral. */
  shortTitle: string
  /** One plain sentence: what is in it. */
  about: string
  group: (typeof FORM_GROUPS)[number]
  /** Its rows are about persons, so that it may be asked for with names. */
  isPersonal: boolean
  isWide: boolean
  /** How many rows it will have; whole documents have none that matter. */
  count: (context: FormContext) => Promise<number>
}

/** One document. */
export type SheetForm = Head & {
  formats: readonly Format[]
  sheets: (context: FormContext) => AsyncIterable<Sheet>
}

/** One file of an archive: a document that is written now, or bytes as they are kept. */
export type ArchiveEntry = {
  /** Below the archive's own folder. */
  path: string
  /** One plain phrase for the index. */
  about: string
} & ({ form: SheetForm; format: Format; context: FormContext } | { bytes: Buffer })

/** Many files in one, with an index. Always made in the background. */
export type ArchiveForm = Head & {
  formats: readonly ['zip']
  entries: (context: FormContext) => AsyncIterable<ArchiveEntry>
}

export type ExportForm = SheetForm | ArchiveForm
export const isArchive = (form: ExportForm): form is ArchiveForm => 'entries' in form

export const ALL_FORMATS: readonly Format[] = ['xlsx', 'docx', 'pdf']

export const noRows = async (): Promise<number> => 0
