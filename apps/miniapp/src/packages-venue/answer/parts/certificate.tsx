import { View } from '@tarojs/components'
import type { StaffCertificate } from '@/shared/api'
import { common, ownVenue as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { canPrint, printPage } from '@/shared/platform/print'
import { BottomBar, Button, Facts, Heading, Page, Region } from '@/shared/ui'

/** That somebody passed, to be kept as a picture or on paper. It stands on this screen alone. */
export function Certificate({ certificate }: { certificate: StaffCertificate }) {
  const { number, name, venueName, areaName, passedOn } = certificate
  return (
    <Page
      title={copy.certificateTitle}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={() => toTab('home')}>
            {common.done}
          </Button>
          {canPrint && <Button onTap={printPage}>{copy.print}</Button>}
        </BottomBar>
      }
    >
      <Region role='group' label={copy.certificateTitle} className='dfv-card dfv-stack dfv-certificate'>
        <Heading level={1}>{copy.certificateTitle}</Heading>
        <Facts
          facts={[
            { name: copy.certificateWho, value: name },
            { name: copy.certificateVenue, value: venueName },
            { name: copy.certificateWhere, value: areaName },
            { name: copy.certificateOn, value: showDate(passedOn, today()) },
            { name: copy.certificateNo, value: number },
          ]}
        />
        <View className='dfv-text'>{copy.certificateText(passedOn.slice(0, 4))}</View>
        <View className='dfv-fine'>{copy.certificateFrom}</View>
      </Region>
      <View className='dfv-fine'>{copy.certificateKeep}</View>
    </Page>
  )
}
