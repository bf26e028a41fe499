import type { QuizQuestion } from '@/shared/api'
import { optionRows } from './option-rows'

const judge: QuizQuestion = { no: 1, type: 'judge', stem: '甲', options: ['正确', '错误'] }

test('options keep the order of the paper', () => {
  expect(optionRows(judge)).toEqual([
    { value: '0', label: '正确' },
    { value: '1', label: '错误' },
  ])
})
