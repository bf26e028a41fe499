import type { Audience, QuizAttempt, QuizAttemptIn, QuizPaper, QuizQuestion } from '@/shared/api'

/**
 * One person at one paper: what he has answered and what became of it. The attempt's id is made when the paper is
 * opened, so handing in twice is handing in once.
 */
export type Sitting = {
  attemptId: string
  /** Whose paper it is; null for practice, which belongs to nobody. */
  accountId: string | null
  areaCode: string
  areaName: string
  audience: Audience
  paper: QuizPaper
  /** By question number: the chosen options. */
  answers: Record<number, number[]>
  /** Index of the question on screen; one past the last is the look back before handing in. */
  at: number
  startedAt: string
  /** `waiting`: to be sent as soon as there is a network. `refused`: the server will not take it. */
  handIn: 'no' | 'waiting' | 'refused' | 'done'
  refusal?: string
  result?: QuizAttempt
}

/** What answering is, whoever answers. */
export type Answering = {
  paper: { items: readonly QuizQuestion[] }
  answers: Record<number, number[]>
  at: number
  handIn: Sitting['handIn']
}

export type NewSitting = Pick<
  Sitting,
  'attemptId' | 'accountId' | 'areaCode' | 'areaName' | 'audience' | 'paper' | 'startedAt'
>
export const beginSitting = (given: NewSitting): Sitting => ({ ...given, answers: {}, at: 0, handIn: 'no' })

const bounded = (n: number, most: number) => Math.min(Math.max(n, 0), most)

/** Chooses an option; with several right answers a second tap takes it back. Nothing changes once handed in. */
export function choose<S extends Answering>(sitting: S, no: number, option: number): S {
  const question = sitting.paper.items.find((item) => item.no === no)
  if (!question || sitting.handIn !== 'no') return sitting
  const before = sitting.answers[no] ?? []
  const chosen =
    question.type !== 'multiple'
      ? [option]
      : before.includes(option)
        ? before.filter((one) => one !== option)
        : [...before, option].sort((a, b) => a - b)
  return { ...sitting, answers: { ...sitting.answers, [no]: chosen } }
}

export const goTo = <S extends Answering>(sitting: S, at: number): S => ({
  ...sitting,
  at: bounded(at, sitting.paper.items.length),
})

export const unansweredOf = ({ paper, answers }: Answering): number[] =>
  paper.items.filter(({ no }) => (answers[no]?.length ?? 0) === 0).map(({ no }) => no)

export const isExpired = ({ paper }: Sitting, nowMs: number): boolean => nowMs > Date.parse(paper.expiresAt)

/** Whether there is something to go on with. */
export const canGoOn = (sitting: Sitting, nowMs: number): boolean =>
  sitting.handIn === 'no' && !isExpired(sitting, nowMs)

/** One entry for each question, the skipped ones too. */
export const answersOf = ({ paper, answers }: Answering): QuizAttemptIn['answers'] =>
  paper.items.map(({ no }) => ({ no, chosen: answers[no] ?? [] }))

export const attemptOf = (sitting: Sitting): QuizAttemptIn => ({
  paperId: sitting.paper.paperId,
  token: sitting.paper.token,
  answers: answersOf(sitting),
  startedAt: sitting.startedAt,
})
