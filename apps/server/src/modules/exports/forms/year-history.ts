import { itemTitle, roleLabel } from '@dfv/rules'
import { chinaMinute } from '../../../platform/china-minute.js'
import type { Area } from '../../areas/areas.service.js'
import type { VillageYear } from '../../assessment/year-reader.service.js'
import { type Block, type Row, rowsOf, type Sheet } from '../document/document.js'
import { noRows, type SheetForm } from '../export-form.js'
import type { FormContext } from '../form-context.js'

const STEPS: Readonly<Record<VillageYear['history'][number]['kind'], string>> = {
  submitted: '村里提交自评',
  returned: '镇里退回',
  endorsed: '镇里同意上报，冻结',
  corrected: '更正，另冻结一版',
  published: '公示',
  appealed: '收到意见',
  decided: '答复意见',
  closed: '办结归档',
}
const RAISED_BY = { village: '村里', resident: '群众', unit: '其他单位' }

/** Every step of a village's assessment year: who, when, why. */
export const yearHistory: SheetForm = {
  id: 'year-history',
  title: '年度考核经过',
  shortTitle: '年度考核经过',
  about: '自评、审核、结果、公示、意见：谁、哪天、为什么',
  group: 'archive',
  isPersonal: false,
  isWide: true,
  formats: ['pdf', 'docx', 'xlsx'],
  count: noRows,
  sheets: async function* (context) {
    for (const village of context.villages) yield await historyOf(context, village)
  },
}

async function historyOf(context: FormContext, village: Area): Promise<Sheet> {
  const year = Number(context.to.slice(0, 4))
  const { view } = await context.years.of(village, year, context.to)
  return {
    name: context.villages.length > 1 ? village.name : '年度考核经过',
    title: `${year}年度考核经过`,
    subtitle: village.name,
    blocks: view ? blocksOf(view) : [{ kind: 'text', text: '这一年度的考核还没有开始。' }],
  }
}

function blocksOf(view: VillageYear): Block[] {
  return [
    { kind: 'heading', text: '一、每一步' },
    grid(
      ['时间', '步骤', '岗位', '姓名', '原因', '文号'],
      [7, 8, 5, 5, 14, 9],
      view.history.map((step) => [
        chinaMinute(new Date(step.at)),
        STEPS[step.kind],
        roleLabel(step.role),
        step.by,
        step.reason ?? '',
        step.document ?? '',
      ]),
    ),
    { kind: 'heading', text: '二、冻结的版本' },
    grid(
      ['版', '截至', '得分', '校验值（SHA-256）', '更正哪一版', '为什么'],
      [2, 5, 4, 24, 4, 9],
      view.freezes.map((one) => [
        one.version,
        { date: one.asOf },
        one.points / 100,
        one.snapshotHash,
        one.replaces === null ? '' : `第${one.replaces}版`,
        one.reason ?? '',
      ]),
    ),
    { kind: 'heading', text: '三、镇里改动的项' },
    grid(
      ['项目', '系统算', '改成', '理由'],
      [10, 4, 4, 20],
      view.items.flatMap((item) =>
        item.change
          ? [[itemTitle(item.id), item.points / 100, item.change.points / 100, item.change.reason]]
          : [],
      ),
    ),
    { kind: 'heading', text: '四、现场抽查' },
    grid(
      ['日期', '看的哪一项', '和台账', '看到的'],
      [5, 8, 4, 22],
      view.findings.map((one) => [
        { date: one.checkedOn },
        one.item === null ? '整体' : itemTitle(one.item),
        one.holds ? '一致' : '不一致',
        one.finding,
      ]),
    ),
    { kind: 'heading', text: '五、公示期的意见' },
    grid(
      ['收到', '谁提的', '意见', '答复', '文号'],
      [5, 4, 14, 14, 8],
      view.appeals.map((one) => [
        { date: one.receivedOn },
        RAISED_BY[one.raisedBy],
        one.matter,
        one.outcome === null
          ? '还没有答复'
          : `${one.outcome === 'upheld' ? '成立' : '不成立'}：${one.reason}`,
        one.document ?? '',
      ]),
    ),
  ]
}

const grid = (labels: readonly string[], widths: readonly number[], rows: Row[]): Block => ({
  kind: 'table',
  table: {
    columns: labels.map((label, at) => ({ label, width: widths[at] ?? 5 })),
    rows: rowsOf(rows),
    empty: '没有',
    paper: 'grid',
  },
})
