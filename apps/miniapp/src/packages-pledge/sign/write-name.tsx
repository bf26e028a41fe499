import { View } from '@tarojs/components'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { pledge as copy } from '@/shared/copy'
import type { Told } from '@/shared/errors'
import { hideInCapture } from '@/shared/platform'
import { BottomBar, Button, Facts, Heading, Page, Picture, Region } from '@/shared/ui'
import './index.scss'
import { Pad } from './pad'
import { isTooShort, type Stroke, strokeImage } from './stroke'

const NOTHING: Stroke = { width: 0, height: 0, lines: [] }

type Props = {
  /** As it stands in the text. */
  name: string
  facts: { name: string; value: string }[]
  sending: boolean
  told: Told | null
  onConfirm: (stroke: Stroke) => void
  /** Another name on the pad is another signature. */
  onAnew: () => void
  /** What else must be said before it is sent. */
  children?: ReactNode
}

/** Writing one's name, looking at it once more, and only then sending it. */
export function WriteName({ name, facts, sending, told, onConfirm, onAnew, children }: Props) {
  const [sheet, setSheet] = useState(0)
  const [stroke, setStroke] = useState<Stroke>(NOTHING)
  const [checking, setChecking] = useState(false)
  const [tooShort, setTooShort] = useState(false)
  useEffect(() => {
    hideInCapture(true)
    return () => hideInCapture(false)
  }, [])
  const write = useCallback((given: Stroke) => {
    setStroke(given)
    setTooShort(false)
  }, [])

  const again = () => {
    setSheet(sheet + 1)
    setStroke(NOTHING)
    setTooShort(false)
    setChecking(false)
    onAnew()
  }
  const written = () => {
    const short = isTooShort(stroke)
    setTooShort(short)
    setChecking(!short)
  }

  if (checking) {
    return (
      <Page
        title={copy.checkTitle}
        bottom={
          <BottomBar>
            <Button look='primary' className='dfv-confirm' onTap={() => onConfirm(stroke)} disabled={sending}>
              {sending ? copy.sending : copy.confirm}
            </Button>
            <Button onTap={again} disabled={sending}>
              {copy.back}
            </Button>
          </BottomBar>
        }
      >
        <Heading level={1}>{copy.checkTitle}</Heading>
        {told && (
          <Region role='alert' className='dfv-errors'>
            {told.text}
          </Region>
        )}
        {children}
        <View className='dfv-card'>
          <Facts facts={facts} />
          <Picture className='dfv-signature' src={strokeImage(stroke)} fit='whole' label={copy.signature} />
        </View>
      </Page>
    )
  }
  return (
    <Page
      title={copy.signTitle}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-written' onTap={written}>
            {copy.written}
          </Button>
          <Button onTap={again}>{copy.again}</Button>
        </BottomBar>
      }
    >
      <View className='dfv-text'>{copy.paperWay}</View>
      <Heading level={1} className='dfv-lead'>
        {copy.writeName(name)}
      </Heading>
      {tooShort && (
        <Region role='alert' className='dfv-errors'>
          {copy.tooShort}
        </Region>
      )}
      <Pad key={sheet} label={copy.padLabel} onStroke={write} />
    </Page>
  )
}
