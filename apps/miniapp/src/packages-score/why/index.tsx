import { obligationReason } from '@dfv/rules'
import { View } from '@tarojs/components'
import { home as copy, toAwarenessText } from '@/shared/copy'
import { replaceWithForm, toArrange, toAwareness, toStandard } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Heading, Link, Page, Region } from '@/shared/ui'
import { dutyRow, formTargetOf, type Village, VillageGate, wayOn } from '@/shared/village'

/** Why this is due, in the notice's own words, and what settles it. */
export default function WhyPage() {
  const duty = usePageParams().duty ?? ''
  return (
    <Page title={copy.explainWhy}>
      <VillageGate frame={(content) => content}>
        {(village) => <Why village={village} id={duty} />}
      </VillageGate>
    </Page>
  )
}

function Why({ village, id }: { village: Village; id: string }) {
  const { role } = useViewer()
  const duty = village.duties.open.find((one) => one.id === id)
  if (!duty) return <EmptyState icon='met' text={copy.settled} />
  const row = dutyRow(duty, village, role)
  const mine = role === duty.owedBy || role === 'village-secretary'
  const target = row.byForm ? formTargetOf(duty, village) : null
  const way = row.mine && !row.byForm && duty.kind !== 'awareness' ? wayOn(duty, village.code) : null
  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={1}>{row.title}</Heading>
      <View className='dfv-text'>{obligationReason(duty)}</View>
      <View className='dfv-text'>{row.note}</View>
      {duty.clause.quote !== '' && (
        <Region role='blockquote' className='dfv-quote'>
          “{duty.clause.quote}” {duty.clause.ref}
        </Region>
      )}
      {duty.clause.quote === '' && <View className='dfv-fine'>{duty.clause.ref}</View>}
      {duty.part && (
        <Link onTap={() => toStandard(duty.part?.split('.')[0] ?? '')}>{copy.explainStandard}</Link>
      )}
      {duty.kind === 'awareness' && (
        <Button look='primary' onTap={() => toAwareness(village.code)}>
          {toAwarenessText[village.code.length]}
        </Button>
      )}
      {way && (
        <Button look='primary' onTap={way}>
          {row.action}
        </Button>
      )}
      {target && (
        <Button look='primary' onTap={() => replaceWithForm(target)}>
          {row.action}
        </Button>
      )}
      {mine && (
        <Link onTap={() => toArrange({ areaCode: village.code, id: duty.id, kind: duty.kind })}>
          {copy.arrange}
        </Link>
      )}
    </View>
  )
}
