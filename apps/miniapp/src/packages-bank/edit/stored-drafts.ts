import { storage } from '@/shared/platform'
import { createQuestionDrafts } from './drafts'

export const questionDrafts = createQuestionDrafts(storage)
