import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type ClassBoard, classesApi } from '@/shared/api'
import { common, classes as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { serverMillis } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { BottomBar, Button, Failure, Heading, Page, Region, Sheet, Skeleton } from '@/shared/ui'
import './index.scss'
import { boardView } from './view-model'

/** How often an open class is asked for, while somebody looks. */
const EVERY_MS = 5_000

/** The board of a class: the code, how many have handed in, and what few knew. */
export default function BoardPage() {
  const { id = '' } = usePageParams()
  const [seen, setSeen] = useState(true)
  const [ending, setEnding] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const resource = useResource(id, () => classesApi.board(id))
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const board = resource.data
  const isOpen = board !== null && board.endedAt === null
  const { reload } = resource
  useEffect(() => {
    if (!isOpen || !seen) return
    const timer = setInterval(reload, EVERY_MS)
    return () => clearInterval(timer)
  }, [isOpen, seen, reload])

  const act = async (change: (id: string) => Promise<ClassBoard>) => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      resource.take(await change(id))
      setEnding(false)
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  if (!board) {
    return (
      <Page title={copy.board}>
        {resource.failure ? (
          <Failure
            told={resource.failure}
            onRetry={reload}
            onSignIn={toSignIn}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  }
  const view = boardView(board, serverMillis())
  return (
    <Page
      title={copy.board}
      bottom={
        <BottomBar>
          {isOpen ? (
            <>
              <Button look='primary' className='dfv-end-class' onTap={() => setEnding(true)}>
                {copy.end}
              </Button>
              <Button onTap={() => void act(classesApi.extend)} disabled={busy}>
                {copy.extend}
              </Button>
            </>
          ) : (
            <Button look='primary' onTap={goBack}>
              {common.done}
            </Button>
          )}
        </BottomBar>
      }
    >
      <Heading level={1}>{board.className}</Heading>
      <View className='dfv-text'>{board.topic}</View>
      {told && !ending && <Failure told={told} onRetry={reload} />}
      {view.code && (
        <View className='dfv-card dfv-class-code'>
          <View className='dfv-text'>{copy.code}</View>
          <Region role='group' label={view.spoken} className='dfv-class-code__digits'>
            {view.code}
          </Region>
          <View className='dfv-text'>{view.left}</View>
          <View className='dfv-fine'>{copy.how}</View>
        </View>
      )}
      <Region role='status' className='dfv-card dfv-stack'>
        <View className='dfv-lead dfv-handed-in'>{view.handedIn}</View>
        {view.result && <View className='dfv-text'>{view.result}</View>}
        {view.recorded && <View className='dfv-text'>{view.recorded}</View>}
        <View className='dfv-fine'>{copy.kept}</View>
      </Region>
      {view.hardestNote && <View className='dfv-text'>{view.hardestNote}</View>}
      {view.hardest.length > 0 && <Heading level={2}>{copy.hardest}</Heading>}
      {view.hardest.map(({ stem, note }) => (
        <View key={stem} className='dfv-card'>
          <View className='dfv-row__title'>{stem}</View>
          <View className='dfv-text'>{note}</View>
        </View>
      ))}
      <Sheet open={ending} title={copy.endTitle} onClose={() => setEnding(false)}>
        {told && <Failure told={told} onRetry={() => void act(classesApi.end)} />}
        <View className='dfv-text'>{copy.endNote(view.missing)}</View>
        <View className='dfv-stack'>
          <Button look='primary' onTap={() => void act(classesApi.end)} disabled={busy}>
            {busy ? common.submitting : copy.endDo}
          </Button>
          <Button onTap={() => setEnding(false)}>{common.cancel}</Button>
        </View>
      </Sheet>
    </Page>
  )
}
