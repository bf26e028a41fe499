import { View } from '@tarojs/components'
import { useState } from 'react'
import { type HouseholdKey, type HouseholdText, householdsApi, type PledgeReceipt } from '@/shared/api'
import { common, householdPledge as copy, pledge } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showInstant } from '@/shared/format'
import { goBack, toTab, toVerify } from '@/shared/navigation'
import { prepareFile, today } from '@/shared/platform'
import { BottomBar, Button, Link, Page, Receipt, Region } from '@/shared/ui'
import { Qr } from '../../receipt/parts/qr'
import '../../receipt/index.scss'

type Props = { owner: HouseholdKey; text: HouseholdText; receipt: PledgeReceipt; signatureId: string }

/** What was sealed, the code that checks it, and on his own phone his own copy. */
export function Done({ owner, text, receipt, signatureId }: Props) {
  const [news, setNews] = useState<string | null>(null)
  const code = 'code' in owner ? owner.code : null
  const isSealed = receipt.state === 'sealed'
  const download = async (slip: string) => {
    setNews(pledge.fetching)
    try {
      const bytes = await householdsApi.copy(slip, signatureId)
      const file = await prepareFile(copy.fileName(text.year), new Uint8Array(bytes))
      setNews((await file.give()) ? pledge.pdfSaved : null)
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page
      title={pledge.receiptTitle}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-done' onTap={() => (code ? toTab('home') : goBack())}>
            {common.done}
          </Button>
          {code && isSealed && (
            <Button className='dfv-pdf' onTap={() => download(code)}>
              {copy.copy}
            </Button>
          )}
        </BottomBar>
      }
    >
      <Receipt
        arrived={isSealed}
        {...(isSealed ? {} : { icon: 'later' as const })}
        title={isSealed ? pledge.sealed : pledge.sealing}
        lines={[
          text.title,
          copy.ofNumber(text.areaName, text.number),
          ...(receipt.sealedAt ? [showInstant(receipt.sealedAt, today())] : []),
          ...(receipt.number ? [receipt.number] : []),
          ...(receipt.timestamp === 'absent' ? [pledge.noStamp] : []),
        ]}
      >
        <View className='dfv-text'>
          {`${pledge.code} `}
          <View className='dfv-verify-code'>{receipt.verifyCode}</View>
        </View>
        <Qr text={receipt.verifyUrl} label={pledge.qrNote} />
        <View className='dfv-text'>{copy.doneNote}</View>
        {code ? (
          <Link onTap={() => toVerify(receipt.verifyCode)}>{pledge.verify}</Link>
        ) : (
          <View className='dfv-text'>{copy.doorBack}</View>
        )}
      </Receipt>
      {code && isSealed && <View className='dfv-fine'>{copy.copyNote}</View>}
      <View className='dfv-fine'>{copy.whoSees}</View>
      <Region role='status'>{news}</Region>
    </Page>
  )
}
