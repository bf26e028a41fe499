import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { HouseholdText } from '@/shared/api'
import { householdPledge as copy, pledge } from '@/shared/copy'
import { toTextSize } from '@/shared/navigation'
import { phoneMillis } from '@/shared/platform'
import { BottomBar, Button, ErrorSummary, fieldAnchor, focusOn, Page } from '@/shared/ui'
import { ReadThrough } from '../../read/parts/read-through'
import { isReadThrough, startReading } from '../../reading'

type Props = { text: HouseholdText; onSign: () => void; onBack: () => void }

/** The whole text with his name; what leads to signing opens at its end. */
export function Reading({ text, onSign, onBack }: Props) {
  // The text is its own name: it carries the householder's, and a mark.
  const { textHash } = text
  const [isRead, setIsRead] = useState(() => isReadThrough(textHash, textHash))
  const [agreed, setAgreed] = useState(false)
  const [faults, setFaults] = useState<{ field: string; text: string }[]>([])
  useEffect(() => startReading(textHash, textHash, phoneMillis()), [textHash])
  const go = () => {
    setFaults(agreed ? [] : [{ field: 'agree', text: pledge.agreeFirst }])
    if (agreed) onSign()
  }
  return (
    <Page
      title={pledge.readTitle}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-to-sign' onTap={go} disabled={!isRead}>
            {isRead ? pledge.toSignature : pledge.readFirst}
          </Button>
          <Button onTap={onBack}>{copy.anotherName}</Button>
        </BottomBar>
      }
    >
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      <View className='dfv-page__head'>
        <View className='dfv-fine'>{copy.ofNumber(text.areaName, text.number)}</View>
        <Button small icon='text-size' onTap={toTextSize}>
          {pledge.largerText}
        </Button>
      </View>
      <ReadThrough
        text={text.text}
        version={text.version}
        asks
        isRead={isRead}
        onRead={() => setIsRead(true)}
        printedAsNumbers={text.printedAsNumbers}
        agreed={agreed}
        error={faults[0]?.text}
        onAgree={(value) => {
          setAgreed(value)
          setFaults([])
        }}
      />
      <View className='dfv-fine'>{pledge.neutral}</View>
    </Page>
  )
}
