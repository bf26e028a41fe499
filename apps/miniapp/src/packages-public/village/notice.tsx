import { View } from '@tarojs/components'
import type { PublicPage } from '@/shared/api'
import { villagePublic as copy, villageNotice } from '@/shared/copy'
import { callPhone, today } from '@/shared/platform'
import { Heading, Link } from '@/shared/ui'
import { monthLines, plaqueSentence } from './view-model'

/** The plaque with its years, this year's activities by month, and the office's numbers. */
export function Notice({ page }: { page: PublicPage }) {
  const { plaque, results, activities, contacts, year } = page
  return (
    <>
      <View className='dfv-card'>
        <Heading level={2}>{villageNotice.plaque}</Heading>
        <View className='dfv-text dfv-plaque'>{plaqueSentence(plaque, today())}</View>
        {results.length > 0 && <Heading level={3}>{copy.results}</Heading>}
        {results.map((one) => (
          <View key={`${one.year}${one.text}${one.document}`} className='dfv-text'>
            {copy.result(one.year, one.text, one.document)}
          </View>
        ))}
      </View>
      <View className='dfv-card dfv-activities'>
        <Heading level={2}>{copy.activities(year, activities.total)}</Heading>
        {activities.total === 0 && <View className='dfv-text'>{copy.noActivity}</View>}
        {monthLines(activities.months, today()).map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
      </View>
      <View className='dfv-card dfv-stack dfv-contacts'>
        <Heading level={2}>{copy.contacts}</Heading>
        {contacts.map(({ label, phone }) => (
          <Link key={phone} onTap={() => callPhone(phone)}>
            {copy.contact(label, phone)}
          </Link>
        ))}
      </View>
    </>
  )
}
