import { View } from '@tarojs/components'
import { useState } from 'react'
import { publicHome as copy, knowledge, textSize } from '@/shared/copy'
import {
  toClassJoin,
  toHelp,
  toHouseholdPledge,
  toSignIn,
  toStaffQuiz,
  toTab,
  toTextSize,
  toVerify,
  toVillageNotice,
} from '@/shared/navigation'
import { useChosenVillage, VillageSheet, villageFor } from '@/shared/place'
import { callPhone, today } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { useAppConfig } from '@/shared/session/app-config'
import { Button, Heading, Icon, type IconName, Link, Page, Tap } from '@/shared/ui'
import './index.scss'
import { cardOfDay } from './view-model'

/** For everybody who is not at work: three things to do, one thing to know, help, and the staff door last. */
export function PublicHome() {
  const viewer = useViewer()
  const hotline = useAppConfig((state) => state.config?.hotline)
  const village = villageFor(
    useChosenVillage((state) => state.village),
    viewer,
  )
  const [choosing, setChoosing] = useState(false)
  return (
    <Page>
      <View className='dfv-page__head'>
        <Heading level={1}>{copy.title}</Heading>
        <Button small icon='text-size' onTap={toTextSize} label={textSize.buttonLabel}>
          {textSize.button}
        </Button>
      </View>
      <View className='dfv-stack dfv-doors'>
        <Door icon='quiz' title={copy.quiz} note={copy.quizNote} main onTap={() => toTab('work')} />
        <Door icon='pledge' title={copy.pledges} note={copy.pledgesNote} onTap={() => toTab('check')} />
        <Door
          icon='village'
          title={copy.notice}
          note={copy.noticeNote(village?.name ?? null)}
          onTap={() => (village ? toVillageNotice(village.code) : setChoosing(true))}
        />
      </View>
      <KnowledgeCard />
      <View className='dfv-card dfv-stack'>
        <Heading level={2}>{copy.helpTitle}</Heading>
        <Button icon='phone' onTap={() => callPhone('110')}>
          {copy.call110}
        </Button>
        <Button icon='phone' onTap={() => callPhone(hotline?.gov ?? '12345')}>
          {copy.call12345}
        </Button>
        {hotline?.town && (
          <Button icon='phone' onTap={() => callPhone(hotline.town ?? '')}>
            {copy.townOffice(hotline.town)}
          </Button>
        )}
      </View>
      <View className='dfv-row-wrap'>
        <Link onTap={toClassJoin}>{copy.joinClass}</Link>
        <Link onTap={toStaffQuiz}>{copy.staffQuiz}</Link>
        <Link onTap={toHouseholdPledge}>{copy.householdSlip}</Link>
        <Link onTap={() => toVerify()}>{copy.verify}</Link>
        <Link onTap={toHelp}>{copy.help}</Link>
        {!viewer.signedIn && <Link onTap={toSignIn}>{copy.staff}</Link>}
      </View>
      <VillageSheet
        open={choosing}
        onClose={() => setChoosing(false)}
        onChosen={({ code }) => toVillageNotice(code)}
      />
    </Page>
  )
}

type DoorProps = { icon: IconName; title: string; note: string; main?: boolean; onTap: () => void }

function Door({ icon, title, note, main, onTap }: DoorProps) {
  return (
    <Tap className={main ? 'dfv-door dfv-door--main' : 'dfv-door'} onTap={onTap} main>
      <Icon name={icon} className='dfv-door__icon' />
      <View className='dfv-row__main'>
        <View className='dfv-door__title'>{title}</View>
        <View className='dfv-door__note'>{note}</View>
      </View>
      <Icon name='chevron-right' />
    </Tap>
  )
}

function KnowledgeCard() {
  const [further, setFurther] = useState(0)
  const card = knowledge[cardOfDay(today(), knowledge.length, further)]
  if (!card) return null
  return (
    <View className='dfv-card'>
      <View className='dfv-page__head'>
        <Heading level={2}>{copy.knowledgeTitle}</Heading>
        <Button small icon='refresh' onTap={() => setFurther(further + 1)}>
          {copy.another}
        </Button>
      </View>
      <View className='dfv-text'>{card.fact}</View>
      <View className='dfv-fine'>{`${copy.basis}：${card.basis}`}</View>
    </View>
  )
}
