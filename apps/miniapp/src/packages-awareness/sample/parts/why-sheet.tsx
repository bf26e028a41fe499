import { View } from '@tarojs/components'
import type { NumberOutcome } from '@/shared/api'
import { common, sampling as copy } from '@/shared/copy'
import type { Told } from '@/shared/errors'
import { Button, Failure, Sheet } from '@/shared/ui'

const OUTCOMES: readonly NumberOutcome[] = ['refused', 'unreachable', 'ineligible', 'open']

type Props = {
  number: number | null
  told: Told | null
  onClose: () => void
  onChosen: (state: NumberOutcome) => void
}

/** Why somebody who was drawn has not answered. It is counted, and can be taken back. */
export function WhySheet({ number, told, onClose, onChosen }: Props) {
  return (
    <Sheet open={number !== null} title={copy.whyDo(number ?? 0)} onClose={onClose}>
      <View className='dfv-stack'>
        {told && <Failure told={told} />}
        {OUTCOMES.map((state) => (
          <Button key={state} onTap={() => onChosen(state)}>
            {copy.states[state]}
          </Button>
        ))}
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
