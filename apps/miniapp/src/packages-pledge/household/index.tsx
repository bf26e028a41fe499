import { useState } from 'react'
import type { HouseholdKey, HouseholdText, PledgeReceipt } from '@/shared/api'
import { usePageParams } from '@/shared/pane'
import { Done } from './parts/done'
import { NameEntry } from './parts/name-entry'
import { Reading } from './parts/reading'
import { Signing } from './parts/signing'

type Step =
  | { at: 'name' }
  | { at: 'text'; key: HouseholdKey; text: HouseholdText }
  | { at: 'sign'; key: HouseholdKey; text: HouseholdText }
  | { at: 'done'; key: HouseholdKey; text: HouseholdText; receipt: PledgeReceipt; signatureId: string }

/**
 * A householder signs: with the code of his slip on his own phone, or at his door on the cadre's. One page, so that the name
 * he types and the text he reads stand in no address and outlive nothing.
 */
export default function HouseholdPledgePage() {
  const { code, area, number } = usePageParams()
  const door = area && number ? { areaCode: area, number: Number(number) } : null
  const [step, setStep] = useState<Step>({ at: 'name' })
  if (step.at === 'name')
    return (
      <NameEntry door={door} code={code ?? ''} onText={(key, text) => setStep({ at: 'text', key, text })} />
    )
  const { key, text } = step
  if (step.at === 'text')
    return (
      <Reading
        text={text}
        onSign={() => setStep({ at: 'sign', key, text })}
        onBack={() => setStep({ at: 'name' })}
      />
    )
  if (step.at === 'sign')
    return (
      <Signing
        owner={key}
        text={text}
        onSigned={(receipt, signatureId) => setStep({ at: 'done', key, text, receipt, signatureId })}
        onChanged={() => setStep({ at: 'name' })}
      />
    )
  return <Done owner={key} text={text} receipt={step.receipt} signatureId={step.signatureId} />
}
