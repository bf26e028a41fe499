import { View } from '@tarojs/components'
import { useState } from 'react'
import { ownVenueApi, type QuizAttempt, type StaffCertificate } from '@/shared/api'
import { ownVenue as copy, pledge } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { canPrint, printPage } from '@/shared/platform/print'
import { Button, Facts, Failure, Heading, Region } from '@/shared/ui'
import './certificate.scss'

/** A later paper does not count again, and is as good a proof as the first. */
const hasPassed = ({ isAware, counted, notCountedReason }: QuizAttempt): boolean =>
  isAware === true && (counted || notCountedReason === 'already-counted')

type Props = { result: QuizAttempt /** Of the paper: only the phone that answered has it. */; token: string }

/** Offers whoever of a venue's staff passed that he passed, to keep as a file, as a picture or on paper. It stands here alone. */
export function CertificateOffer({ result, token }: Props) {
  const [certificate, setCertificate] = useState<StaffCertificate | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  if (!hasPassed(result)) return null
  if (certificate) {
    const save = () =>
      ownVenueApi.certificateFile(result.id, token, copy.certificateFileName(certificate.number))
    return <Certificate certificate={certificate} onSave={save} />
  }
  const claim = () => {
    setTold(null)
    ownVenueApi
      .certificate(result.id, token)
      .then(setCertificate)
      .catch((error: unknown) => setTold(tell(error)))
  }
  return (
    <View className='dfv-stack'>
      {told && <Failure told={told} />}
      <Button className='dfv-get-certificate' onTap={claim}>
        {copy.getCertificate}
      </Button>
    </View>
  )
}

type CertificateProps = { certificate: StaffCertificate; onSave: () => Promise<void> }

function Certificate({ certificate, onSave }: CertificateProps) {
  const { number, name, venueName, areaName, passedOn, passMark } = certificate
  const [news, setNews] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setNews(pledge.fetching)
    try {
      await onSave()
      setNews(pledge.pdfSaved)
    } catch (error) {
      setNews(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className='dfv-on-paper'>
      <Region role='group' label={copy.certificateTitle} className='dfv-card dfv-stack dfv-certificate'>
        <Heading level={2}>{copy.certificateTitle}</Heading>
        <Facts
          facts={[
            { name: copy.certificateWho, value: name },
            { name: copy.certificateVenue, value: venueName },
            { name: copy.certificateWhere, value: areaName },
            { name: copy.certificateOn, value: showDate(passedOn, today()) },
            { name: copy.certificateRule, value: copy.certificateMark(passMark) },
            { name: copy.certificateNo, value: number },
          ]}
        />
        <View className='dfv-text'>{copy.certificateText(passedOn.slice(0, 4))}</View>
        <View className='dfv-fine'>{copy.certificateFrom}</View>
      </Region>
      <View className='dfv-fine dfv-not-printed'>{copy.certificateKeep}</View>
      <View className='dfv-stack dfv-not-printed'>
        <Button className='dfv-certificate-file' onTap={save} disabled={busy}>
          {copy.certificateFile}
        </Button>
        <Region role='status'>{news}</Region>
        {canPrint && <Button onTap={printPage}>{copy.print}</Button>}
      </View>
    </View>
  )
}
