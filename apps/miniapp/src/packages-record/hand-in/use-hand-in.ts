import { useState } from 'react'
import { type Told, tell } from '@/shared/errors'
import { currentOutbox, itemOf, useOutboxEntries } from '@/shared/outbox'
import { currentPhotos, useKeptPhotos } from '@/shared/photos'
import {
  chinaTime,
  type OutgoingFile,
  prepareFile,
  randomBytes,
  serverInstant,
  serverMillis,
  today,
} from '@/shared/platform'
import { currentNamespace, useSession } from '@/shared/session'
import { HAND_IN_RANDOM_BYTES, type HandInPhoto, handInFile } from './content'
import { fileNameOf, type HandInPlan, planOf } from './view-model'

type Made = { file: OutgoingFile; plan: HandInPlan }

/** Reads them one after the other; one that the phone has lost is left out. */
async function readPhotos(plan: HandInPlan, hashes: ReadonlyMap<string, { sha256: string }>) {
  const photos: HandInPhoto[] = []
  for (const { id } of plan.photos) {
    const bytes = await currentPhotos().read(id)
    const sha256 = hashes.get(id)?.sha256
    if (bytes && sha256) photos.push({ id, sha256, bytes: new Uint8Array(bytes) })
  }
  return photos
}

/** From the records that wait to a file, and from the phone into somebody's hands. */
export function useHandIn() {
  const entries = useOutboxEntries()
  const kept = useKeptPhotos()
  const grant = useSession((state) => state.handIn)
  const [made, setMade] = useState<Made | null>(null)
  const [step, setStep] = useState<'ready' | 'making' | 'made' | 'given'>('ready')
  const [told, setTold] = useState<Told | null>(null)
  const plan = planOf(entries, kept)

  const guarded = async (work: () => Promise<void>, back: typeof step) => {
    setTold(null)
    try {
      await work()
    } catch (error) {
      setTold(tell(error))
      setStep(back)
    }
  }
  const make = () =>
    guarded(async () => {
      const namespace = currentNamespace()
      if (!grant || !namespace) return
      setStep('making')
      const photos = await readPhotos(plan, kept)
      const content = handInFile(
        {
          grant,
          appointmentId: namespace.appointmentId,
          madeAt: serverInstant(),
          records: plan.entries.map(itemOf),
          photos,
        },
        await randomBytes(HAND_IN_RANDOM_BYTES),
      )
      const file = await prepareFile(fileNameOf(today(), chinaTime(serverMillis())), content)
      setMade({ file, plan })
      setStep('made')
    }, 'ready')
  const give = () =>
    guarded(async () => {
      if (!made || !(await made.file.give())) return
      currentOutbox().noteHandedIn(made.plan.entries.map(({ key }) => key))
      setStep('given')
    }, 'made')

  return { entries, plan, made, step, told, hasGrant: grant !== null, make, give }
}
