import { create } from 'zustand'
import { onPrivacyQuestion, type PrivacyQuestion, privacyGuideName } from '@/shared/platform'

/** Questions that wait for the user: several private calls may be held back by one dialog. */
const usePrivacy = create<{ questions: readonly PrivacyQuestion[]; guide: string | undefined }>(() => ({
  questions: [],
  guide: undefined,
}))

/** Called once at launch. */
export function startPrivacy(): void {
  onPrivacyQuestion((question) => {
    usePrivacy.setState(({ questions }) => ({ questions: [...questions, question] }))
    question.shown()
    void privacyGuideName().then((guide) => usePrivacy.setState({ guide }))
  })
}

const settle = (answer: (question: PrivacyQuestion) => void): void => {
  const { questions } = usePrivacy.getState()
  usePrivacy.setState({ questions: [] })
  for (const question of questions) answer(question)
}

/** @param buttonId of the native button that was tapped */
export const agreeToPrivacy = (buttonId: string): void => settle((question) => question.agree(buttonId))
export const refusePrivacy = (): void => settle((question) => question.refuse())

export const usePrivacyQuestion = (): { asked: boolean; guide: string | undefined } => {
  const { questions, guide } = usePrivacy()
  return { asked: questions.length > 0, guide }
}
