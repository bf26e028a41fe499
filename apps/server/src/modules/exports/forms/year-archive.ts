import type { KindId } from '@dfv/rules'
import type { Area } from '../../areas/areas.service.js'
import type { Format } from '../document/document.js'
import { type ArchiveEntry, type ArchiveForm, noRows, type SheetForm } from '../export-form.js'
import type { FormContext } from '../form-context.js'
import { yearHistory } from './year-history.js'
import { yearReport } from './year-report.js'

/** What a person can print; a longer table goes into a worksheet. */
const MOST_PRINTED = 2_000
/** Kinds whose pictures are the documents themselves. */
const DOCUMENT_KINDS: readonly KindId[] = ['village-document', 'past-evidence']

const README = `这个文件夹是一年的创建工作档案。00-目录.pdf 是目录，index.json 里有每个文件的校验值（SHA-256）。

“06-冻结”里是考核时存下的台账、政策、结论和当时用的程序。要核对结论是不是由这份台账得出的，在装有 Node 20 的电脑上，到那个文件夹里运行：
  node assess.mjs snapshot.json            应当和 scorecard.json 一字不差
  node assess.mjs snapshot.json --points   应当和 points.json 一字不差
不用联网，不用本系统。台账只在镇禁毒办导出的档案里。
`

/**
 * The complete archive of a year in one file. Frozen ledgers hold what is restricted and sealed, so they are handed to the town
 * office alone; everybody else gets the judgements and the hashes.
 * @param forms the notice's own forms and the ledger of each kind of record
 * @see 四(一)7
 */
export const yearArchive = (forms: readonly SheetForm[]): ArchiveForm => ({
  id: 'year-archive',
  title: '创建工作年度档案',
  shortTitle: '年度档案（压缩包）',
  about: '一年的报告、表格、台账、文件照片、考核经过、冻结的数据和自评的纸质材料，带目录',
  group: 'archive',
  isPersonal: true,
  isWide: false,
  formats: ['zip'],
  // It is made form by form, and nobody counts all of them first.
  count: noRows,
  entries: async function* (context) {
    yield { path: '00-怎么看.txt', about: '怎么看、怎么核对', bytes: Buffer.from(README) }
    for (const village of context.villages) {
      const folder = context.villages.length > 1 ? `${village.code}-${village.name}/` : ''
      yield* entriesOf({ ...context, villages: [village], areaName: village.name }, village, folder, forms)
    }
  },
})

async function* entriesOf(
  context: FormContext,
  village: Area,
  folder: string,
  forms: readonly SheetForm[],
): AsyncIterable<ArchiveEntry> {
  const write = (path: string, form: SheetForm, format: Format): ArchiveEntry => ({
    path: `${folder}${path}.${format}`,
    about: form.shortTitle,
    form,
    format,
    context,
  })
  yield write('01-年度自评报告', yearReport, 'docx')
  yield write('01-年度自评报告', yearReport, 'pdf')
  yield write('02-年度考核经过', yearHistory, 'pdf')
  for (const form of forms.filter(({ group }) => group !== 'record')) {
    const isLong = (await form.count(context)) > MOST_PRINTED
    yield write(`03-表格/${form.shortTitle}`, form, isLong ? 'xlsx' : 'pdf')
  }
  for (const form of forms.filter(({ group }) => group === 'record'))
    if ((await form.count(context)) > 0) yield write(`04-台账/${form.shortTitle}`, form, 'xlsx')
  for (const kind of DOCUMENT_KINDS) {
    for await (const { name, type, bytes } of context.sources.files(village, kind))
      yield { path: `${folder}05-文件/${name}.${type}`, about: '文件、材料的照片', bytes }
  }
  yield* frozenEntries(context, village, folder)
  for await (const { name, about, type, bytes } of context.years.photosOf(village.code, yearOf(context)))
    yield { path: `${folder}07-自评的纸质材料/${name}.${type}`, about, bytes }
}

const yearOf = ({ to }: FormContext): number => Number(to.slice(0, 4))

async function* frozenEntries(
  context: FormContext,
  village: Area,
  folder: string,
): AsyncIterable<ArchiveEntry> {
  const isWhole = context.role === 'town-office'
  for await (const { row, files } of context.years.frozenOf(village.code, yearOf(context))) {
    const inside = `${folder}06-冻结/第${row.version}版`
    const about = `第${row.version}版，截至${row.asOf}`
    yield {
      path: `${inside}/scorecard.json`,
      about: `${about}：十条标准的结论`,
      bytes: files['scorecard.json'],
    }
    yield { path: `${inside}/points.json`, about: `${about}：得分`, bytes: files['points.json'] }
    if (!isWhole) continue
    yield {
      path: `${inside}/snapshot.json`,
      about: `${about}：台账、政策、答卷数`,
      bytes: files['snapshot.json'],
    }
    yield { path: `${inside}/assess.mjs`, about: `${about}：当时用的程序`, bytes: files['assess.mjs'] }
  }
}
