import { QuizStart } from '@/pages/work/public/quiz-start'
import { quiz as copy } from '@/shared/copy'
import { Page } from '@/shared/ui'

/** The same for those whose second tab is something else. */
export default function QuizStartPage() {
  return (
    <Page title={copy.title}>
      <QuizStart />
    </Page>
  )
}
