import type { Payload } from '@dfv/rules'
import { RECORD_KINDS } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { ApiError, fieldOf, type RecordOut, type RecordWithRevisions, recordsApi } from '@/shared/api'
import { common, record as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { syncLedger } from '@/shared/ledger'
import { toPerson, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { hideInCapture, newId, serverInstant, today, useNetwork } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  ErrorSummary,
  Failure,
  fieldAnchor,
  focusOn,
  Heading,
  Page,
  Receipt,
  type SummaryLine,
} from '@/shared/ui'
import { useVisit } from '@/shared/village'
import { FieldInput } from '../form/parts/field-input'
import { faultsOf, freshValues, payloadToSend, visibleFields, withAnswer } from '../form/view-model'
import { answersOfRegistration, registrationIn } from './view-model'

const kind = RECORD_KINDS['person-registration']

/** A new person on the register. Who it is stays in memory until the server has it, and never touches the phone's storage. */
export default function RegisterPage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const { villageCode, villageName, visitor, accountId } = useViewer()
  const { arrived } = useVisit(usePageParams().area)
  const online = useNetwork((state) => state.online)
  const [values, setValues] = useState<Payload>(() =>
    freshValues(kind, {
      today: today(),
      accountId: accountId ?? '',
      colleagues: null,
      last: null,
      period: null,
    }),
  )
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const [received, setReceived] = useState<RecordOut | null>(null)
  // One id for record and person, made once: pressing again after a lost answer registers nobody twice.
  const ids = useRef<{ recordId: string; personId: string } | null>(null)
  useEffect(() => {
    if (ids.current) return
    void Promise.all([newId(), newId()]).then(([recordId, personId]) => {
      ids.current ??= { recordId, personId }
    })
  }, [])

  const { corrects } = usePageParams()
  const [corrected, setCorrected] = useState<RecordWithRevisions | null>(null)
  // A correction asks who it is only when that is what has to be corrected.
  const [withIdentity, setWithIdentity] = useState(!corrects)
  useEffect(() => {
    if (!corrects) return
    recordsApi
      .read(corrects)
      .then((record) => {
        setCorrected(record)
        setValues(answersOfRegistration(record))
        ids.current = { recordId: record.id, personId: record.subjectId }
      })
      .catch((error: unknown) => setTold(tell(error)))
  }, [corrects])

  const submit = async () => {
    const context = { today: today(), ...(!withIdentity && { without: 'identity' as const }) }
    const wrong = faultsOf(kind, values, context)
    setFaults(wrong)
    setTold(null)
    const payload = payloadToSend(kind, values, context)
    if (!payload || !ids.current || !villageCode || !arrived || busy) return
    setBusy(true)
    try {
      const { personId } = ids.current
      const place = {
        personId,
        areaCode: corrected?.areaCode ?? villageCode,
        ...(corrected && { corrects: corrected }),
      }
      const record = registrationIn(payload, place, serverInstant())
      setReceived(await recordsApi.put(ids.current.recordId, record))
      void syncLedger()
    } catch (error) {
      if (error instanceof ApiError && error.problem.errors) {
        setFaults(error.problem.errors.map((one) => ({ field: fieldOf(one), text: one.text })))
      } else setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  if (received) {
    return (
      <Page title={copy.receiptTitle}>
        <Receipt
          arrived
          title={copy.received}
          lines={[
            kind.label,
            copy.receiptNo(received.receiptNo),
            ...(received.reviewState === 'pending' ? [copy.waitsReview] : []),
          ]}
        />
        <View className='dfv-stack'>
          <Button look='primary' onTap={() => toPerson(received.subjectId)}>
            {copy.toFile}
          </Button>
          {!visitor && <Button onTap={() => toTab('home')}>{copy.toWork}</Button>}
        </View>
      </Page>
    )
  }
  return (
    <Page
      title={copy.registerTitle}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={submit} disabled={busy || !online}>
            {busy ? common.submitting : copy.submit}
          </Button>
        </BottomBar>
      }
    >
      {visitor && <Heading level={1}>{villageName}</Heading>}
      <View className='dfv-text'>{online ? copy.identityNote : copy.identityOffline}</View>
      {corrects && !withIdentity && (
        <Button small icon='edit' onTap={() => setWithIdentity(true)}>
          {copy.fixIdentity}
        </Button>
      )}
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onRetry={submit} onSignIn={toSignIn} />}
      <View className='dfv-card'>
        {visibleFields(kind, values, withIdentity).map(({ name, field, number }) => (
          <FieldInput
            key={name}
            name={name}
            field={field}
            number={number}
            value={values[name]}
            error={faults.find((fault) => fault.field === name)?.text}
            today={today()}
            options={[]}
            areaCode={villageCode ?? ''}
            onChange={(value) => {
              setValues((before) => withAnswer(before, name, value))
              setFaults((before) => before.filter((fault) => fault.field !== name))
            }}
          />
        ))}
      </View>
    </Page>
  )
}
