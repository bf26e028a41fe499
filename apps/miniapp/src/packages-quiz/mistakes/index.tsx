import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type Audience, quizBankApi } from '@/shared/api'
import { study as copy } from '@/shared/copy'
import { toTab } from '@/shared/navigation'
import { ExplainedItem, explain, Question } from '@/shared/paper'
import { BottomBar, Button, EmptyState, focusOn, Heading, Page, Region } from '@/shared/ui'
import { isRight, type MistakeBox, practised, stillAsked, turned } from './mistake-box'
import { readBox, writeBox } from './stored-box'

/** Questions answered wrong, one a screen, until each was right once. All of it is on this phone. */
export default function MistakesPage() {
  const [box, setBox] = useState<MistakeBox>(readBox)
  const [chosen, setChosen] = useState<number[]>([])
  const [looked, setLooked] = useState(false)
  const [fault, setFault] = useState('')
  const [changed, setChanged] = useState(0)
  const [hadSome] = useState(box.items.length > 0)
  const keep = (next: MistakeBox) => {
    writeBox(next)
    setBox(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, before the first question
  useEffect(() => {
    void currentCards(box).then((cards) => {
      const now = readBox()
      const asked = stillAsked(now, cards)
      if (asked === now) return
      setChanged(now.items.length - asked.items.length)
      keep(asked)
    })
  }, [])
  const [mistake] = box.items
  const stem = mistake?.question.stem
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the question
  useEffect(() => {
    focusOn('question')
  }, [stem, looked])

  if (!mistake) {
    return (
      <Page title={copy.mistakes}>
        <EmptyState
          icon={hadSome ? 'check' : 'quiz'}
          text={hadSome ? copy.finished : copy.noMistakes}
          note={changed > 0 ? copy.changed(changed) : undefined}
        >
          <Button look='primary' onTap={() => toTab('home')}>
            {copy.toHome}
          </Button>
        </EmptyState>
      </Page>
    )
  }
  const { question, answer } = turned(mistake)
  const right = isRight(chosen, answer)
  const look = () => {
    setFault(chosen.length === 0 ? copy.chooseFirst : '')
    setLooked(chosen.length > 0)
  }
  const next = () => {
    keep(practised(box, mistake, right))
    setChosen([])
    setLooked(false)
  }
  const choose = (option: number) =>
    setChosen((before) => {
      if (question.type !== 'multiple') return [option]
      return before.includes(option) ? before.filter((one) => one !== option) : [...before, option]
    })
  return (
    <Page
      title={copy.mistakes}
      bottom={
        <BottomBar>
          {looked ? (
            <Button look='primary' className='dfv-next-mistake' onTap={next}>
              {copy.nextMistake}
            </Button>
          ) : (
            <Button look='primary' className='dfv-look' onTap={look}>
              {copy.look}
            </Button>
          )}
        </BottomBar>
      }
    >
      <View className='dfv-fine'>{copy.mistakesLead}</View>
      <Region role='status' className='dfv-mistakes-left'>
        {[copy.left(box.items.length), changed > 0 ? copy.changed(changed) : ''].join(' ').trim()}
      </Region>
      {fault !== '' && (
        <Region role='alert' className='dfv-errors'>
          {fault}
        </Region>
      )}
      {looked ? (
        <>
          <Region role='status' id='question' className='dfv-card' focusable>
            <Heading level={1}>{right ? copy.takenOut : copy.stays}</Heading>
          </Region>
          <ExplainedItem
            item={explain([question], {
              no: question.no,
              correct: right,
              chosen,
              answer,
              explanation: mistake.why,
              basis: mistake.basis,
            })}
          />
        </>
      ) : (
        <Question
          question={{ ...question, no: 1 }}
          chosen={chosen.map(String)}
          done={1}
          total={box.items.length}
          onChoose={(_, option) => choose(option)}
        />
      )}
    </Page>
  )
}

/** The questions as they are asked now; of an audience that cannot be asked about, nothing is known. */
async function currentCards({ items }: MistakeBox) {
  const audiences = Array.from(new Set(items.map(({ audience }) => audience)))
  const found = await Promise.all(
    audiences.map((audience) =>
      quizBankApi
        .cards(audience === 'resident' ? 'public' : audience)
        .then(({ items: cards }) => [audience, cards] as const)
        .catch(() => null),
    ),
  )
  return new Map<Audience, Awaited<ReturnType<typeof quizBankApi.cards>>['items']>(
    found.filter((one) => one !== null),
  )
}
