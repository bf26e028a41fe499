import { View } from '@tarojs/components'
import { useState } from 'react'
import { me as copy } from '@/shared/copy'
import { forgetLedger } from '@/shared/ledger'
import { toOutbox, toTab } from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { signOut } from '@/shared/session'
import { Button, Sheet } from '@/shared/ui'
import { unsentCount } from '../view-model'

/** Asks once, and says what stays on the phone. */
export function SignOut() {
  const [asking, setAsking] = useState(false)
  const waiting = unsentCount(useOutboxEntries())
  const leave = async () => {
    setAsking(false)
    forgetLedger()
    await signOut()
    toTab('home')
  }
  const sendFirst = () => {
    setAsking(false)
    toOutbox()
  }
  return (
    <>
      <Button icon='sign-out' onTap={() => setAsking(true)}>
        {copy.signOut}
      </Button>
      <Sheet open={asking} title={copy.signOutAsk} onClose={() => setAsking(false)}>
        <View className='dfv-text'>{waiting > 0 ? copy.signOutUnsent(waiting) : copy.signOutNote}</View>
        <View className='dfv-stack'>
          {waiting > 0 ? (
            <Button look='primary' onTap={sendFirst}>
              {copy.sendFirst}
            </Button>
          ) : (
            <Button look='primary' onTap={() => setAsking(false)}>
              {copy.stay}
            </Button>
          )}
          <View className='dfv-apart' />
          <Button look='grave' onTap={leave}>
            {waiting > 0 ? copy.signOutAnyway : copy.signOut}
          </Button>
        </View>
      </Sheet>
    </>
  )
}
