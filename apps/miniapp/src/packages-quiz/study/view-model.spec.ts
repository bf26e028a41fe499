import type { StudyCard } from '@/shared/api'
import { cardsOf, cardView, topicRows } from './view-model'

const card = (given: Partial<StudyCard>): StudyCard => ({
  id: 'q001',
  topic: 'law',
  type: 'multiple',
  stem: '四禁并举包括哪些？',
  options: ['禁贩', '禁种', '禁酒'],
  answer: [0, 1],
  explanation: '四个环节缺一不可。',
  basis: '《禁毒法》第四条',
  reviewed: true,
  ...given,
})

test('topics stand in the order of learning, with how many cards they have', () => {
  const cards = [card({ topic: 'venue' }), card({}), card({ topic: null }), card({})]
  expect(topicRows(cards).map(({ title, note }) => [title, note])).toEqual([
    ['禁毒法律常识', '2 张'],
    ['娱乐场所', '1 张'],
    ['其他', '1 张'],
  ])
  expect(cardsOf(cards, 'other')).toHaveLength(1)
})

test('a card tells what is right, and that nobody has reviewed it', () => {
  expect(cardView(card({}))).toMatchObject({ answer: '答案：“禁贩”、“禁种”', note: null })
  const judge = card({ type: 'judge', options: ['正确', '错误'], answer: [1], reviewed: false })
  expect(cardView(judge)).toMatchObject({ answer: '这句话：错误', note: '这张卡的内容待禁毒办审核' })
})
