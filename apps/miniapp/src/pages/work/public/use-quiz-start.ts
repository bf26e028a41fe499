import { useState } from 'react'
import type { Audience, QuizPurpose } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'
import { toQuizPaper, toSignInAndBack } from '@/shared/navigation'
import { useChosenVillage, villageFor } from '@/shared/place'
import { storage } from '@/shared/platform'
import { desk } from '@/shared/quiz'
import { currentViewer, useViewer } from '@/shared/session'
import { signInQuietly } from '@/shared/session/quiet-sign-in'
import type { SummaryLine } from '@/shared/ui'
import { checkForm } from './view-model'

const AUDIENCE_KEY = 'dfv:quiz-audience'

/** Draws a paper; whoever wants to be counted and is not signed in is asked then, not before. */
export function useQuizStart() {
  const viewer = useViewer()
  const village = villageFor(
    useChosenVillage((state) => state.village),
    viewer,
  )
  const [audience, setAudience] = useState<Audience | null>(storage.get<Audience>(AUDIENCE_KEY) ?? null)
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [drawing, setDrawing] = useState(false)
  const [mustSignIn, setMustSignIn] = useState(false)

  const begin = async (purpose: QuizPurpose) => {
    const wrong = checkForm({ audience, village })
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || audience === null || village === null || drawing) return
    setDrawing(true)
    try {
      if (purpose === 'assessment' && !currentViewer().signedIn) {
        setMustSignIn(true)
        return
      }
      await desk.open({ audience, purpose, village })
      setMustSignIn(false)
      toQuizPaper()
    } catch (error) {
      const answer = tell(error)
      if (answer.kind === 'expired') setMustSignIn(true)
      else setTold(answer)
    } finally {
      setDrawing(false)
    }
  }

  return {
    audience,
    village,
    faults,
    told,
    drawing,
    mustSignIn,
    closeSignIn: () => setMustSignIn(false),
    chooseAudience: (chosen: Audience) => {
      setAudience(chosen)
      setFaults(faults.filter(({ field }) => field !== 'audience'))
      try {
        storage.set(AUDIENCE_KEY, chosen)
      } catch {
        // A full phone asks again next time.
      }
    },
    villageChosen: () => setFaults(faults.filter(({ field }) => field !== 'village')),
    begin,
    /** Inside WeChat one tap says who one is; a browser must ask on a page of its own. */
    signIn: async () => {
      setMustSignIn(false)
      try {
        if (await signInQuietly()) await begin('assessment')
        else toSignInAndBack()
      } catch (error) {
        setTold(tell(error))
      }
    },
  }
}
