import { Page } from '@/shared/ui'
import { QuizStart } from './quiz-start'

/** The second tab of everybody who is not at work. */
export function PublicQuiz() {
  return (
    <Page>
      <QuizStart />
    </Page>
  )
}
