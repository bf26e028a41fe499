import { create } from 'zustand'
import { quizzesApi } from '@/shared/api'
import { tell } from '@/shared/errors'
import { newId, onNetworkBack, serverMillis, storage } from '@/shared/platform'
import { currentViewer, useSession } from '@/shared/session'
import { createDesk } from './desk'
import { quizDevice } from './device'
import { choose, goTo, type Sitting } from './sitting'

export const useSitting = create<{ sitting: Sitting | null }>(() => ({ sitting: null }))

export const desk = createDesk({
  store: storage,
  calls: {
    draw: quizzesApi.draw,
    handIn: async (id, attempt, purpose) =>
      quizzesApi.handIn(
        id,
        purpose === 'practice' ? attempt : { ...attempt, device: await quizDevice() },
        purpose,
      ),
  },
  nowMs: serverMillis,
  newId,
  accountId: () => currentViewer().accountId,
  changed: (sitting) => useSitting.setState({ sitting }),
  sentence: (error) => tell(error).text,
})

const show = () => useSitting.setState({ sitting: desk.read() })

const change = (edit: (sitting: Sitting) => Sitting) => {
  const { sitting } = useSitting.getState()
  if (sitting) desk.write(edit(sitting))
}
export const chooseOption = (no: number, option: number) => change((sitting) => choose(sitting, no, option))
export const goToQuestion = (at: number) => change((sitting) => goTo(sitting, at))

/** The paper of whoever holds the phone; what was handed in without a network leaves as soon as there is one. */
export function startQuizDesk(): void {
  show()
  useSession.subscribe((now, before) => {
    if (now.account?.id !== before.account?.id) show()
  })
  onNetworkBack(() => void desk.sendWaiting())
  void desk.sendWaiting()
}
