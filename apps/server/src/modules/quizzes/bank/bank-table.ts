import { BANK_AUDIENCES, BANK_WORDS, type BankItem, ITEM_TYPES, TOPICS } from '@dfv/rules'
import type { TableColumn } from '../../../platform/workbook/headed-rows.js'
import type { TableForm } from '../../../platform/workbook/table-workbook.js'
import type { ItemState, QuizItem } from '../quiz-item.entity.js'
import { questionOf } from './bank-keeping.service.js'
import { MOST_OPTIONS } from './item-content.js'

export const MAX_ROWS = 1_000
export const NUMBER_HEADING = '序号'
export const EXAMPLE_MARK = '示例'

const LETTERS = [...'ABCDEF'].slice(0, MOST_OPTIONS)
export const optionKey = (index: number): string => `option${LETTERS[index]}`

export const STATE_WORDS: Record<ItemState, string> = {
  awaiting: '待审核',
  reviewed: '已审核',
  returned: '退回',
  superseded: '已换新版',
  retired: '停用',
}

const column = (
  key: string,
  heading: string,
  help: string,
  more: Partial<TableColumn> = {},
): TableColumn => ({
  key,
  heading,
  help,
  isRequired: false,
  ...more,
})
const REQUIRED = { isRequired: true }

/** One question a row. */
export const COLUMNS: readonly TableColumn[] = [
  column('id', '题号', '新题空着。改原来的题，题号不要动。'),
  column('version', '第几版', '改原来的题，这一格不要动：别人刚改过的题不会被盖掉。'),
  column(
    'audience',
    '给谁答',
    `可以写几类，用顿号隔开：${BANK_AUDIENCES.map((one) => BANK_WORDS.audience[one]).join('、')}。`,
    REQUIRED,
  ),
  column('topic', '主题', '', { ...REQUIRED, choices: TOPICS.map((one) => BANK_WORDS.topic[one]) }),
  column('type', '题型', '', { ...REQUIRED, choices: ITEM_TYPES.map((one) => BANK_WORDS.type[one]) }),
  column('stem', '题干', '4到300个字。', REQUIRED),
  ...LETTERS.map((letter, index) =>
    column(optionKey(index), `选项${letter}`, index === 0 ? '判断题可以空着。' : ''),
  ),
  column('answer', '答案', '写选项的字母；多选写几个，比如 AC。判断题写“正确”或“错误”。', REQUIRED),
  column('explanation', '讲解', '为什么，4到600个字。', REQUIRED),
  column('basis', '法律依据', '写到哪部法的哪一条。', REQUIRED),
  column('state', '状态', '只给您看，改了也不读。'),
]

export const headingOf = (key: string | undefined): string | null =>
  COLUMNS.find((one) => one.key === key)?.heading ?? null

export const BANK_FORM: TableForm = {
  title: '题库',
  heading: '禁毒知识题库',
  advice: `一行一道题，带*的必须填。把光标停在标题上看怎么填。一次最多${MAX_ROWS}行。写进去的题要另一个人审核后才用。`,
  columns: COLUMNS,
  numberHeading: NUMBER_HEADING,
  maxRows: MAX_ROWS,
}

export const EXAMPLE = {
  mark: EXAMPLE_MARK,
  cells: cellsOf({
    audience: ['public', 'migrant'],
    topic: 'duty',
    type: 'single',
    stem: '收到快递，里面是没寄过的药片，该怎么办？',
    options: ['扔掉', '交给派出所或拨打110', '送给别人', '先留着'],
    answer: [1],
    explanation: '来路不明的药片可能是毒品，交给公安机关最稳妥。',
    basis: '《禁毒法》第九条',
  }),
}

/** A version as a row. */
export const rowOf = (row: QuizItem): ReadonlyMap<string, string> =>
  new Map([
    ['id', row.id],
    ['version', `${row.version}`],
    ...cellsOf(questionOf(row)),
    ['state', STATE_WORDS[row.reviewState]],
  ])

function cellsOf(item: Omit<BankItem, 'id'>): Map<string, string> {
  const { audience, topic, type, options, answer } = item
  return new Map([
    ['audience', audience.map((one) => BANK_WORDS.audience[one]).join('、')],
    ...(topic ? [['topic', BANK_WORDS.topic[topic]] as const] : []),
    ['type', BANK_WORDS.type[type]],
    ['stem', item.stem],
    ...options.map((option, index) => [optionKey(index), option] as const),
    ['answer', type === 'judge' ? (options[answer[0] ?? 0] ?? '') : answer.map((at) => LETTERS[at]).join('')],
    ['explanation', item.explanation],
    ['basis', item.basis],
  ])
}
