import type { Area } from '../../areas/areas.service.js'
import type { Format, Sheet } from '../document/document.js'
import { noRows, type SheetForm } from '../export-form.js'
import type { FormContext } from '../form-context.js'

/** Word first: a draft is there to be changed by hand. */
const DRAFT_FORMATS: readonly Format[] = ['docx', 'pdf', 'xlsx']

/** What a person fills in: the system does not know it, and a draft must not make it up. */
export const BLANK = '＿＿＿＿'

export const DRAFT_NOTE =
  '本稿由系统按台账起草，画线处请补填，内容请核对、修改后盖章归档；归档后在“文件资料”里记一条。'

/** A document of the village, written from its ledger for the village to finish. */
export function draftForm(
  form: Pick<SheetForm, 'id' | 'title' | 'shortTitle' | 'about' | 'isWide'>,
  write: (context: FormContext, village: Area, year: number) => Promise<Omit<Sheet, 'name' | 'title'>>,
): SheetForm {
  return {
    ...form,
    group: 'document',
    isPersonal: false,
    formats: DRAFT_FORMATS,
    count: noRows,
    sheets: async function* (context) {
      const year = Number(context.to.slice(0, 4))
      for (const village of context.villages)
        yield {
          name: context.villages.length > 1 ? village.name : form.shortTitle,
          title: form.title,
          ...(await write(context, village, year)),
        }
    },
  }
}
