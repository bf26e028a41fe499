import {
  ApiError,
  type Audience,
  type QuizAttempt,
  type QuizAttemptIn,
  type QuizPaper,
  type QuizPurpose,
} from '@/shared/api'
import { type KeyValueStore, NetworkError } from '@/shared/platform'
import { attemptOf, beginSitting, canGoOn, isExpired, type Sitting } from './sitting'

export type QuizCalls = {
  draw(order: { audience: Audience; areaCode: string; purpose: QuizPurpose }): Promise<QuizPaper>
  handIn(attemptId: string, attempt: QuizAttemptIn, purpose: QuizPurpose): Promise<QuizAttempt>
}
export type DeskSetup = {
  store: KeyValueStore
  calls: QuizCalls
  nowMs(): number
  newId(): Promise<string>
  accountId(): string | null
  changed(sitting: Sitting | null): void
  sentence(error: unknown): string
}
export type PaperOrder = { audience: Audience; purpose: QuizPurpose; village: { code: string; name: string } }

/** A busy or broken server is asked again; anything else it says is final. */
const mayTryAgain = (error: unknown) =>
  error instanceof NetworkError ||
  (error instanceof ApiError && (error.status === 401 || error.status === 429 || error.status >= 500))

/** The paper on this phone: kept through kills and gaps in the network for as long as the paper is good, a day. */
export function createDesk({ store, calls, nowMs, newId, accountId, changed, sentence }: DeskSetup) {
  let sending: Promise<void> | null = null
  const key = () => `dfv:quiz:${accountId() ?? 'guest'}`
  /** A paper that counts, put aside while its holder practises. */
  const asideKey = () => `dfv:quiz-aside:${accountId() ?? 'guest'}`

  const read = (): Sitting | null => {
    const sitting = store.get<Sitting>(key()) ?? null
    if (sitting && sitting.handIn === 'no' && isExpired(sitting, nowMs())) return null
    return sitting
  }
  const write = (sitting: Sitting): void => {
    try {
      store.set(key(), sitting)
    } catch {
      // A full phone: the paper lives until the app is closed.
    }
    changed(sitting)
  }

  const putAside = (purpose: QuizPurpose): void => {
    const sitting = read()
    if (purpose === 'assessment') store.remove(asideKey())
    else if (sitting?.paper.purpose === 'assessment' && canGoOn(sitting, nowMs())) {
      try {
        store.set(asideKey(), sitting)
      } catch {
        // A full phone keeps the newer paper only.
      }
    }
  }

  const send = async (sitting: Sitting): Promise<void> => {
    const mine = key()
    const settle = (after: Partial<Sitting>) => {
      if (mine === key()) write({ ...sitting, ...after })
      else store.set(mine, { ...sitting, ...after })
    }
    try {
      const result = await calls.handIn(sitting.attemptId, attemptOf(sitting), sitting.paper.purpose)
      settle({ handIn: 'done', result })
    } catch (error) {
      if (mayTryAgain(error)) settle({ handIn: 'waiting', refusal: sentence(error) })
      else settle({ handIn: 'refused', refusal: sentence(error) })
    }
  }

  return {
    read,
    write,
    /** Sends what waits, once at a time. */
    async handIn(sitting: Sitting | null = read()): Promise<void> {
      if (!sitting || sitting.handIn === 'done' || sitting.handIn === 'refused') return
      write({ ...sitting, handIn: 'waiting', refusal: undefined })
      sending ??= send(sitting).finally(() => {
        sending = null
      })
      await sending
    },
    async sendWaiting(): Promise<void> {
      const sitting = read()
      if (sitting?.handIn === 'waiting') await this.handIn(sitting)
    },
    /** The paper that counts and was put aside for practice; null: none, or its day is over. */
    aside(): Sitting | null {
      const sitting = store.get<Sitting>(asideKey()) ?? null
      return sitting && canGoOn(sitting, nowMs()) ? sitting : null
    },
    /** Goes on with the paper that was put aside. */
    takeUp(): void {
      const sitting = this.aside()
      if (!sitting) return
      write(sitting)
      store.remove(asideKey())
    },
    /** A new paper. One that waits to be sent goes first, so that nothing handed in is lost. */
    async open({ audience, purpose, village }: PaperOrder): Promise<Sitting> {
      await this.sendWaiting()
      const paper = await calls.draw({ audience, areaCode: village.code, purpose })
      putAside(purpose)
      const sitting = beginSitting({
        attemptId: await newId(),
        accountId: purpose === 'assessment' ? accountId() : null,
        areaCode: village.code,
        areaName: village.name,
        audience,
        paper,
        startedAt: new Date(nowMs()).toISOString(),
      })
      write(sitting)
      return sitting
    },
  }
}
