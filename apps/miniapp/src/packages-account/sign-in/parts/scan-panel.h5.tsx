import { View } from '@tarojs/components'
import { toString as drawQr } from 'qrcode'
import { useEffect, useState } from 'react'
import { type ScanState, type ScanTicket, type Session, sessionApi } from '@/shared/api'
import { account as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { Button, Heading, Region } from '@/shared/ui'

const POLL_MS = 2_000
type Panel = { ticket: ScanTicket; image: string; state: ScanState }

/** A computer shows a code, the signed-in phone scans it; both show the same two digits. */
export function ScanPanel({ onSession }: { onSession: (session: Session) => void }) {
  const [panel, setPanel] = useState<Panel | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const openTicket = async () => {
    setFault(null)
    try {
      const ticket = await sessionApi.openScan()
      const svg = await drawQr(ticket.qrText, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
      setPanel({ ticket, image: `data:image/svg+xml,${encodeURIComponent(svg)}`, state: 'waiting' })
    } catch (error) {
      setFault(tell(error).text)
    }
  }

  const { ticket, state } = panel ?? {}
  useEffect(() => {
    if (!ticket || state === 'expired') return
    const timer = setInterval(async () => {
      try {
        const answer = await sessionApi.pollScan(ticket.ticketId, ticket.pollSecret)
        if (answer.session) onSession(answer.session)
        else setPanel((now) => now && { ...now, state: answer.state })
      } catch {
        // One lost poll is nothing: the next one asks again until the code has expired.
      }
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [ticket, state, onSession])

  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={2}>{copy.scanTitle}</Heading>
      <View className='dfv-text'>{copy.scanHelp}</View>
      {panel && state !== 'expired' && (
        <View className='dfv-scan'>
          <img className='dfv-scan__image' src={panel.image} alt={copy.scanTitle} />
          <View className='dfv-lead'>{copy.scanMatch(panel.ticket.match)}</View>
        </View>
      )}
      <Region role='status'>
        {state === 'seen' ? copy.scanSeen : state === 'expired' ? copy.scanExpired : fault}
      </Region>
      {(!panel || state === 'expired') && (
        <Button onTap={openTicket}>{state === 'expired' ? copy.scanAgain : copy.scanOpen}</Button>
      )}
    </View>
  )
}
