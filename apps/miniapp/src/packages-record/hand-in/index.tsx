import { View } from '@tarojs/components'
import { handIn as copy, outbox } from '@/shared/copy'
import { toOutbox } from '@/shared/navigation'
import { isWeapp, today } from '@/shared/platform'
import { Button, EmptyState, Heading, Page, Receipt, Region } from '@/shared/ui'
import { useHandIn } from './use-hand-in'
import { contentLine, handedInLine } from './view-model'

/** Puts everything that could not be sent into one file, for the town office to take in. */
export default function HandInPage() {
  const { entries, plan, made, step, told, hasGrant, make, give } = useHandIn()
  const given = handedInLine(entries, today())
  if (plan.entries.length === 0)
    return (
      <Page title={copy.title}>
        <EmptyState icon='send' text={outbox.allSent} />
      </Page>
    )
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.lead(plan.entries.length)}</Heading>
      <View className='dfv-card dfv-stack'>
        {copy.how.map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
      </View>
      {!hasGrant && <Region role='status'>{copy.noKey}</Region>}
      {hasGrant && step !== 'given' && given && <Region role='status'>{given}</Region>}
      {hasGrant && (step === 'ready' || step === 'making') && (
        <Button
          look='primary'
          icon='document'
          className='dfv-hand-in-make'
          onTap={make}
          disabled={step === 'making'}
        >
          {step === 'making' ? copy.making : copy.make}
        </Button>
      )}
      {made && step === 'made' && (
        <View className='dfv-card dfv-stack dfv-hand-in-made'>
          <Heading level={2}>{copy.made}</Heading>
          <View className='dfv-text'>{made.file.name}</View>
          <View className='dfv-text'>{contentLine(made.plan, made.file.bytes)}</View>
          {made.plan.photosLeft > 0 && (
            <View className='dfv-fine'>{copy.photosLeft(made.plan.photosLeft)}</View>
          )}
          <Button look='primary' icon='send' className='dfv-hand-in-give' onTap={give}>
            {isWeapp ? copy.share : copy.download}
          </Button>
          <View className='dfv-fine'>{isWeapp ? copy.shareHelp : copy.downloadHelp}</View>
        </View>
      )}
      {step === 'given' && (
        <>
          <Receipt arrived={false} title={copy.given} lines={copy.afterwards} />
          <Button onTap={toOutbox}>{outbox.title}</Button>
        </>
      )}
      {told && (
        <Region role='alert' className='dfv-card'>
          {told.text}
        </Region>
      )}
    </Page>
  )
}
