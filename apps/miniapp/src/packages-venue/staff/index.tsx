import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { type OwnVenue, ownVenueApi, type StaffMember } from '@/shared/api'
import { common, ownVenue as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { toSignIn, toTab } from '@/shared/navigation'
import { hideInCapture, newId, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  EmptyState,
  Failure,
  Field,
  fieldAnchor,
  Heading,
  Page,
  Sheet,
  Skeleton,
  StateChip,
  TextInput,
} from '@/shared/ui'
import { useShownName } from './shown-name'
import { openFirst, spacedCode } from './view-model'

type Change = (venue: OwnVenue) => void

/** Who works in the venue, by number and masked name, and who has still to answer. Names are on no device longer than shown. */
export default function StaffPage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const { appointmentId } = useViewer()
  const own = useResource(appointmentId, ownVenueApi.read)
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<StaffMember | null>(null)
  const venue = own.data
  if (!venue) {
    return (
      <Page title={copy.staffTitle}>
        {own.failure ? (
          <Failure told={own.failure} onRetry={own.reload} onSignIn={toSignIn} onHome={() => toTab('home')} />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  }
  return (
    <Page
      title={copy.staffTitle}
      bottom={
        <BottomBar>
          <Button look='primary' icon='add' className='dfv-add-staff' onTap={() => setAdding(true)}>
            {copy.add}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{`${copy.staffTitle}（${copy.people(venue.staff.length)}）`}</Heading>
      <View className='dfv-text'>{copy.staffLead}</View>
      {venue.staff.length === 0 && <EmptyState icon='roster' text={copy.staffEmpty} />}
      {openFirst(venue.staff).map((member) => (
        <Member key={member.id} member={member} onLeft={() => setLeaving(member)} />
      ))}
      {venue.staff.length > 0 && <View className='dfv-fine'>{copy.quizCodeHow}</View>}
      {adding && <AddSheet onClose={() => setAdding(false)} onChanged={own.take} />}
      {leaving && <LeftSheet member={leaving} onClose={() => setLeaving(null)} onChanged={own.take} />}
    </Page>
  )
}

function Member({ member, onLeft }: { member: StaffMember; onLeft: () => void }) {
  const { name, told, reveal } = useShownName(member.id)
  const { number, maskedName, answered, quizCode, since } = member
  return (
    <View className='dfv-card dfv-stack dfv-staff'>
      <View className='dfv-row__title'>{copy.staffNo(number, name ?? maskedName)}</View>
      <View className='dfv-row-wrap'>
        <StateChip state={answered ? 'met' : 'due'}>{answered ? copy.answered : copy.toAnswer}</StateChip>
        <View className='dfv-fine'>{copy.since(showDate(since, today()))}</View>
      </View>
      {!answered && (
        <View className='dfv-text'>
          {`${copy.quizCode}：`}
          <View className='dfv-inline dfv-quiz-code'>{spacedCode(quizCode)}</View>
        </View>
      )}
      {told && <Failure told={told} onRetry={reveal} />}
      <View className='dfv-row-wrap'>
        {name === null && (
          <Button small icon='eye' onTap={reveal}>
            {copy.reveal}
          </Button>
        )}
        <Button small onTap={onLeft}>
          {copy.left}
        </Button>
      </View>
      {name !== null && <View className='dfv-fine'>{copy.revealNote}</View>}
    </View>
  )
}

type SheetProps = { onClose: () => void; onChanged: Change }

/** Asks for a name, which stays in memory until the server has it. The id is made once: pressing twice adds nobody twice. */
function AddSheet({ onClose, onChanged }: SheetProps) {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const { told, busy, run } = useChange(onClose, onChanged)
  const id = useRef<Promise<string> | null>(null)
  const submit = () => {
    const isMissing = name.trim() === ''
    setMissing(isMissing)
    if (isMissing) return
    void run(async () => {
      id.current ??= newId()
      return ownVenueApi.addStaff(await id.current, name.trim())
    })
  }
  return (
    <Sheet open title={copy.add} onClose={onClose}>
      {told && <Failure told={told} onRetry={submit} />}
      <Field name='name' label={copy.name} error={missing ? copy.nameMissing : undefined}>
        <TextInput
          id={`${fieldAnchor('name')}-input`}
          value={name}
          label={copy.name}
          maxLength={30}
          wrong={missing}
          onChange={setName}
        />
      </Field>
      <View className='dfv-stack'>
        <Button look='primary' className='dfv-staff-add' onTap={submit} disabled={busy}>
          {busy ? common.submitting : copy.addDo}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}

function LeftSheet({ member, onClose, onChanged }: SheetProps & { member: StaffMember }) {
  const { told, busy, run } = useChange(onClose, onChanged)
  const submit = () => void run(() => ownVenueApi.staffLeft(member.id))
  return (
    <Sheet open title={copy.leftTitle} onClose={onClose}>
      {told && <Failure told={told} onRetry={submit} />}
      <View className='dfv-text'>{copy.staffNo(member.number, member.maskedName)}</View>
      <View className='dfv-text'>{copy.leftNote}</View>
      <View className='dfv-stack'>
        <Button onTap={onClose}>{common.cancel}</Button>
        <View className='dfv-apart' />
        <Button look='grave' onTap={submit} disabled={busy}>
          {busy ? common.submitting : copy.leftDo}
        </Button>
      </View>
    </Sheet>
  )
}

/** One change of the roster at a time; the answer is the roster as it is then. */
function useChange(onClose: () => void, onChanged: Change) {
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (change: () => Promise<OwnVenue>) => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      onChanged(await change())
      onClose()
    } catch (error) {
      setTold(tell(error))
      setBusy(false)
    }
  }
  return { told, busy, run }
}
