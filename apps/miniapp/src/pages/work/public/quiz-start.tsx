import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Audience } from '@/shared/api'
import { account, quiz as copy, place } from '@/shared/copy'
import { toMistakes, toPrivacy, toQuizPaper, toQuizResult, toStudy } from '@/shared/navigation'
import { VillageSheet } from '@/shared/place'
import { canSignInByWechat, serverMillis } from '@/shared/platform'
import { desk, useSitting } from '@/shared/quiz'
import {
  Button,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Icon,
  Link,
  Options,
  Region,
  Sheet,
  Tap,
} from '@/shared/ui'
import './index.scss'
import { useQuizStart } from './use-quiz-start'
import { type Left, leftFrom } from './view-model'

const AUDIENCES = (['resident', 'migrant'] as const).map((value) => ({ value, label: copy.audiences[value] }))

/** Before the first question: who one is and where, and what becomes of the answers. */
export function QuizStart({ practiceOnly = false }: { practiceOnly?: boolean }) {
  const start = useQuizStart()
  const { left, aside } = useLeft()
  const canGoOn = left?.kind === 'goOn' || aside?.kind === 'goOn'
  const [choosing, setChoosing] = useState(false)
  const errorAt = (field: string) => start.faults.find((fault) => fault.field === field)?.text
  const practise = (
    <Button
      look={practiceOnly ? 'primary' : 'plain'}
      className='dfv-start-practice'
      onTap={() => start.begin('practice')}
      disabled={start.drawing}
    >
      {practiceOnly ? copy.startPractice : copy.practise}
    </Button>
  )
  return (
    <>
      <ErrorSummary lines={start.faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      <LeftOver left={left} aside={aside} />
      <View className='dfv-card'>
        <Heading level={1}>{copy.title}</Heading>
        <View className='dfv-text'>{copy.lead + copy.calm}</View>
        <View className='dfv-text'>{practiceOnly ? copy.practiceLead : copy.about}</View>
        <Field name='audience' label={copy.audience} error={errorAt('audience')} group='radiogroup'>
          <Options
            options={AUDIENCES}
            chosen={start.audience ? [start.audience] : []}
            onChange={([chosen]) => start.chooseAudience(chosen as Audience)}
          />
        </Field>
        <Field name='village' label={copy.village} error={errorAt('village')}>
          <Tap
            className='dfv-input dfv-village-field'
            onTap={() => setChoosing(true)}
            label={
              start.village ? `${copy.village}：${start.village.name}，${place.change}` : copy.chooseVillage
            }
          >
            {start.village?.name ?? copy.chooseVillage}
            <Icon name='chevron-down' small />
          </Tap>
        </Field>
      </View>
      {start.told && <Failure told={start.told} />}
      {start.drawing && <Region role='status'>{copy.drawing}</Region>}
      <View className='dfv-stack'>
        {!practiceOnly && (
          <>
            <Button
              look={canGoOn ? 'plain' : 'primary'}
              className='dfv-start-quiz'
              onTap={() => start.begin('assessment')}
              disabled={start.drawing}
            >
              {copy.start}
            </Button>
            <View className='dfv-fine'>{copy.startNote}</View>
          </>
        )}
        {practise}
        <View className='dfv-row-wrap'>
          <Link onTap={toStudy}>{copy.study}</Link>
          <Link onTap={toMistakes}>{copy.mistakes}</Link>
        </View>
      </View>
      <VillageSheet open={choosing} onClose={() => setChoosing(false)} onChosen={start.villageChosen} />
      <Sheet open={start.mustSignIn} title={copy.signInTitle} onClose={start.closeSignIn}>
        <View className='dfv-stack'>
          <View className='dfv-text'>{copy.signInLead}</View>
          <Button look='primary' className='dfv-sign-in' onTap={start.signIn}>
            {canSignInByWechat ? copy.agreeAndSignIn : copy.signIn}
          </Button>
          {canSignInByWechat && <Link onTap={toPrivacy}>{account.readPrivacy}</Link>}
          {practise}
        </View>
      </Sheet>
    </>
  )
}

/** The last paper, when something is left of it; and the one that counts, when practice took its place. */
function useLeft(): { left: Left; aside: Left } {
  const sitting = useSitting((state) => state.sitting)
  return { left: leftFrom(sitting, serverMillis()), aside: leftFrom(desk.aside(), serverMillis()) }
}

function LeftOver({ left, aside }: { left: Left; aside: Left }) {
  const takeUp = () => {
    desk.takeUp()
    toQuizPaper()
  }
  return (
    <>
      {aside && <LeftPaper left={{ ...aside, text: `${copy.aside}${aside.text}` }} onTap={takeUp} />}
      {left && (
        <LeftPaper
          left={left}
          onTap={
            {
              goOn: toQuizPaper,
              result: toQuizResult,
              waiting: () => void desk.sendWaiting(),
              refused: undefined,
            }[left.kind]
          }
        />
      )}
    </>
  )
}

function LeftPaper({ left, onTap }: { left: NonNullable<Left>; onTap: (() => void) | undefined }) {
  return (
    <View className='dfv-card dfv-stack'>
      <Region role='status'>{left.text}</Region>
      {onTap && (
        <Button
          look={left.kind === 'goOn' ? 'primary' : 'plain'}
          className={`dfv-left-${left.kind}`}
          onTap={onTap}
        >
          {left.action}
        </Button>
      )}
    </View>
  )
}
