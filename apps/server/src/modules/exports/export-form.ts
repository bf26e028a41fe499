import type { Format, Sheet } from './document/document.js'
import type { FormContext } from './form-context.js'

/** Groups of the list people choose from. */
export const FORM_GROUPS = ['person', 'work', 'document', 'archive', 'record'] as const

export type ExportForm = {
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
  formats: readonly Format[]
  /** How many rows it will have; whole documents have none that matter. */
  count: (context: FormContext) => Promise<number>
  sheets: (context: FormContext) => AsyncIterable<Sheet>
}

export const ALL_FORMATS: readonly Format[] = ['xlsx', 'docx', 'pdf']

export const noRows = async (): Promise<number> => 0
