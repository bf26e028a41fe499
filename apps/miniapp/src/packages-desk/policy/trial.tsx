import { View } from '@tarojs/components'
import type { PolicyDraft } from '@/shared/api'
import { policyDraft as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, Heading, Region } from '@/shared/ui'

/** How the villages would stand: by clause, then village by village. Counts alone. */
export function Trial({ draft, onAgain }: { draft: PolicyDraft; onAgain: () => void }) {
  const { trial, state } = draft
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
