import { memoryStore } from '../../../test/support/memory-store'
import { createQuestionDrafts } from './drafts'
import { EMPTY } from './view-model'

const half = { form: { ...EMPTY, stem: '发现可疑药片该怎么办？' }, version: null }

test('what was half written outlives a kill, apart for each question and each account, until it is handed in', () => {
  const store = memoryStore()
  createQuestionDrafts(store).write('wang', undefined, half)
  createQuestionDrafts(store).write('wang', 'q-7', { ...half, version: 3 })
  const drafts = createQuestionDrafts(store)
  expect(drafts.read('wang')).toEqual(half)
  expect(drafts.read('wang', 'q-7')).toEqual({ ...half, version: 3 })
  expect([drafts.has('wang', 'q-8'), drafts.has('liu'), drafts.has(null)]).toEqual([false, false, false])
  drafts.drop('wang', undefined)
  expect([drafts.has('wang'), drafts.has('wang', 'q-7')]).toEqual([false, true])
})

test('a draft that an older release kept opens with the fields it did not know left empty', () => {
  const store = memoryStore()
  store.set('dfv:question-draft:wang:new', { form: { stem: '半句话' }, version: null })
  expect(createQuestionDrafts(store).read('wang')?.form).toEqual({ ...EMPTY, stem: '半句话' })
})
