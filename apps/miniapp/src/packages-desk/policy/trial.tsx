import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { PolicyDraft } from '@/shared/api'
import { policyDraft as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, Heading, Region } from '@/shared/ui'

const ASK_AGAIN_MS = 3_000

/** Asks again after each answer, while there is more to come and the page is on screen. */
function useAskingAgain(draft: PolicyDraft, onAgain: () => void): void {
  const [onScreen, setOnScreen] = useState(true)
  useDidShow(() => setOnScreen(true))
  useDidHide(() => setOnScreen(false))
  const isWaiting = draft.state === 'draft' && draft.trial?.state !== 'done'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts the next wait
  useEffect(() => {
    if (!isWaiting || !onScreen) return
    const timer = setTimeout(onAgain, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [draft, isWaiting, onScreen])
}

/** How the villages would stand: by clause, then village by village. Counts alone. */
export function Trial({ draft, onAgain }: { draft: PolicyDraft; onAgain: () => void }) {
  const { trial, state } = draft
  useAskingAgain(draft, onAgain)
  if (!trial && state !== 'draft') return null
  return (
    <View className='dfv-card dfv-stack dfv-trial'>
      <Heading level={2}>{copy.trial}</Heading>
      {trial && <View className='dfv-fine'>{copy.trialNote(showDate(trial.asOf, today()))}</View>}
      <Region role='status' className='dfv-text'>
        {trial?.state === 'done'
          ? trial.changed === 0
            ? copy.noVillage
            : copy.changed(trial.changed, trial.total)
          : trial
            ? copy.running(trial.done, trial.total)
            : copy.untried}
      </Region>
      {trial?.state !== 'done' && <Button onTap={onAgain}>{copy.again}</Button>}
      {trial?.summary.map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
      {trial?.villages.map(({ areaCode, name, lines }) => (
        <View key={areaCode} className='dfv-trial-village'>
          <Heading level={3}>{name}</Heading>
          {lines.map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
