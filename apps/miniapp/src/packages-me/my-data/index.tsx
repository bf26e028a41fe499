import { View } from '@tarojs/components'
import { useState } from 'react'
import { rightsApi } from '@/shared/api'
import { common, myData as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { forgetLedger } from '@/shared/ledger'
import { goBack, toLetters, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { asMyself, signOut, useViewer } from '@/shared/session'
import {
  Button,
  Facts,
  Failure,
  Field,
  Heading,
  Link,
  Page,
  Region,
  Sheet,
  Skeleton,
  TextInput,
} from '@/shared/ui'
import { accountFacts, mayChangeHimself, pledgeFacts, quizFacts } from './view-model'

type Asking = 'name' | 'close' | null

/** What is stored of the person who holds the phone, as a user; nothing of anybody's file. */
export default function MyDataPage() {
  const { accountId } = useViewer()
  const data = useResource(accountId, rightsApi.myData)
  const [asking, setAsking] = useState<Asking>(null)
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [news, setNews] = useState<string | null>(null)

  const attempt = async (work: () => Promise<void>) => {
    setNews(null)
    try {
      await work()
    } catch (error) {
      setNews(tell(error).text)
    }
    setAsking(null)
  }
  const rename = () => {
    if (name.trim() === '') return setFault(copy.nameMissing)
    return attempt(async () => {
      await rightsApi.rename(name.trim())
      data.reload()
      setNews(copy.renameDone)
    })
  }
  const close = () =>
    attempt(async () => {
      await asMyself(rightsApi.close)
      forgetLedger()
      await signOut()
      toTab('home')
    })
  const shown = data.data
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <Region role='status'>{news}</Region>
      {data.loading && !shown && <Skeleton rows={4} />}
      {data.failure && (
        <Failure told={data.failure} onRetry={data.reload} onSignIn={toSignIn} onHome={goBack} />
      )}
      {shown && (
        <>
          <View className='dfv-card dfv-stack'>
            <Heading level={2}>{copy.account}</Heading>
            <Facts facts={accountFacts(shown, today())} />
            {mayChangeHimself(shown) && (
              <Button
                icon='edit'
                onTap={() => {
                  setName(shown.account.name)
                  setFault(undefined)
                  setAsking('name')
                }}
              >
                {copy.rename}
              </Button>
            )}
          </View>
          <View className='dfv-card'>
            <Heading level={2}>{copy.quizzes(shown.quizzes.length)}</Heading>
            <Facts facts={quizFacts(shown, today())} />
          </View>
          <View className='dfv-card'>
            <Heading level={2}>{copy.pledges(shown.pledges.length)}</Heading>
            <Facts facts={pledgeFacts(shown, today())} />
          </View>
          <View className='dfv-text'>{copy.rest}</View>
          <Link onTap={toLetters}>{copy.write}</Link>
          {mayChangeHimself(shown) && (
            <Button look='grave' onTap={() => setAsking('close')}>
              {copy.close}
            </Button>
          )}
        </>
      )}
      <Sheet open={asking === 'name'} title={copy.rename} onClose={() => setAsking(null)}>
        <View className='dfv-stack'>
          <Field name='name' label={copy.renameLabel} error={fault}>
            <TextInput
              value={name}
              label={copy.renameLabel}
              maxLength={30}
              wrong={fault !== undefined}
              onChange={setName}
            />
          </Field>
          <Button look='primary' onTap={rename}>
            {copy.rename}
          </Button>
          <Button onTap={() => setAsking(null)}>{common.cancel}</Button>
        </View>
      </Sheet>
      <Sheet open={asking === 'close'} title={copy.closeAsk} onClose={() => setAsking(null)}>
        <View className='dfv-stack'>
          <View className='dfv-text'>{copy.closeNote}</View>
          <Button look='primary' onTap={() => setAsking(null)}>
            {copy.keep}
          </Button>
          <View className='dfv-apart' />
          <Button look='grave' onTap={close}>
            {copy.closeYes}
          </Button>
        </View>
      </Sheet>
    </Page>
  )
}
