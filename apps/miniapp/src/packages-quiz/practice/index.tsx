import { QuizStart } from '@/pages/work/public/quiz-start'
import { quiz as copy } from '@/shared/copy'
import { Page } from '@/shared/ui'

export default function PracticePage() {
  return (
    <Page title={copy.practice}>
      <QuizStart practiceOnly />
    </Page>
  )
}
