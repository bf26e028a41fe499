import { useDidShow, useLaunch } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { startColleagues } from '@/shared/colleagues'
import { startLedger, syncLedger } from '@/shared/ledger'
import { tellMissingPage } from '@/shared/navigation'
import { onRecordsAccepted, startOutbox, wakeOutbox } from '@/shared/outbox'
import { startPhotos, wakePhotos } from '@/shared/photos'
import { keepShellOffline, onMissingCode, watchNetwork } from '@/shared/platform'
import { startPrivacy } from '@/shared/privacy'
import { startQuizDesk } from '@/shared/quiz'
import { restoreSession } from '@/shared/session'
import { loadAppConfig } from '@/shared/session/app-config'
import { restoreTextSize } from '@/shared/ui/text-size'
import './app.scss'

/** What runs once, in this order: who is here, what waits to be sent, what is known of the village. */
function App({ children }: { children: ReactNode }) {
  useLaunch(() => {
    restoreTextSize()
    watchNetwork()
    keepShellOffline()
    onMissingCode(() => void tellMissingPage())
    startPrivacy()
    restoreSession()
    startOutbox()
    startPhotos()
    startLedger()
    startColleagues()
    // The ledger on the phone learns of a received record from the server, not from the outbox.
    onRecordsAccepted(() => void syncLedger())
    startQuizDesk()
    void loadAppConfig()
  })
  useDidShow(() => {
    void wakeOutbox()
    void wakePhotos()
    void syncLedger()
  })
  return children
}

export default App
