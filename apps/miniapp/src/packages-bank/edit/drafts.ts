import type { KeyValueStore } from '@/shared/platform'
import { EMPTY, type QuestionForm } from './view-model'

export type QuestionDraft = {
  form: QuestionForm
  /** Newest version when it was written; null: a new question. */
  version: number | null
}

/** A question that was begun and not handed in; it holds the question's own words and nothing of any person. */
export const createQuestionDrafts = (store: KeyValueStore) => {
  const keyOf = (accountId: string, itemId: string | undefined) =>
    `dfv:question-draft:${accountId}:${itemId ?? 'new'}`
  return {
    has: (accountId: string | null, itemId?: string): boolean =>
      accountId !== null && store.get(keyOf(accountId, itemId)) !== undefined,
    /** An older release may have known fewer fields. */
    read(accountId: string | null, itemId?: string): QuestionDraft | null {
      const kept = accountId === null ? undefined : store.get<QuestionDraft>(keyOf(accountId, itemId))
      return kept === undefined ? null : { ...kept, form: { ...EMPTY, ...kept.form } }
    },
    /** @throws StorageFullError */
    write: (accountId: string, itemId: string | undefined, draft: QuestionDraft): void =>
      store.set(keyOf(accountId, itemId), draft),
    drop: (accountId: string, itemId: string | undefined): void => store.remove(keyOf(accountId, itemId)),
  }
}
