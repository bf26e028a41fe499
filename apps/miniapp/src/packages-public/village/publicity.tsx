import { View } from '@tarojs/components'
import { assessmentsApi } from '@/shared/api'
import { villageNotice as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { Heading } from '@/shared/ui'

/** The city's result while one may object to it; nothing at any other time. */
export function Publicity({ code }: { code: string }) {
  const { data } = useResource(`publicity:${code}`, () => assessmentsApi.publicity(code))
  return (data?.items ?? []).map(({ year, result, until }) => (
    <View key={year} className='dfv-card dfv-publicity'>
      <Heading level={2}>{copy.publicity}</Heading>
      <View className='dfv-text'>
        {copy.publicityLine(year, copy.publicityResults[result.kind], result.document)}
      </View>
      <View className='dfv-text'>{copy.publicityUntil(showDate(until, today()))}</View>
    </View>
  ))
}
