import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PlaqueView, publicPageApi } from '@/shared/api'
import { plaquePaper as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, Heading, Region, Sheet } from '@/shared/ui'
import { awardOf } from '../view-model'

type Props = { areaCode: string; name: string; plaque: PlaqueView }

/** What is printed for the village's board, and the certificate of a plaque that holds. */
export function Papers({ areaCode, name, plaque }: Props) {
  const [news, setNews] = useState<string | null>(null)
  const [seen, setSeen] = useState(false)
  const award = awardOf(plaque)
  const print = async (kind: 'board' | 'certificate', file: string) => {
    setNews(null)
    try {
      await publicPageApi.paper(areaCode, kind, file)
      setNews(copy.saved)
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <View className='dfv-card dfv-stack'>
      <Button icon='qr' className='dfv-print-board' onTap={() => print('board', copy.boardFile(name))}>
        {copy.board}
      </Button>
      {award && (
        <Button className='dfv-see-certificate' onTap={() => setSeen(true)}>
          {copy.see}
        </Button>
      )}
      <Region role='status'>{news}</Region>
      {award && (
        <Sheet open={seen} title={copy.see} onClose={() => setSeen(false)}>
          <View className='dfv-receipt dfv-certificate'>
            <Heading level={2}>{copy.certificateTitle}</Heading>
            <View className='dfv-lead'>{name}</View>
            <View className='dfv-text'>{copy.granted(showDate(award.on, today()))}</View>
            <View className='dfv-text'>{copy.document(award.document)}</View>
            <View className='dfv-fine'>{copy.original}</View>
          </View>
          <Button look='primary' onTap={() => print('certificate', copy.certificateFile(name))}>
            {copy.certificate}
          </Button>
        </Sheet>
      )}
    </View>
  )
}
