import { View } from '@tarojs/components'
import { sessionApi } from '@/shared/api'
import { account as copy } from '@/shared/copy'
import { useResource } from '@/shared/resource'
import { Failure, Heading, Icon, Skeleton, Tap } from '@/shared/ui'
import { demoRows } from '../view-model'

/** Only where the server says that it is a demonstration. */
export function DemoAccounts({ onChoose }: { onChoose: (accountId: string) => void }) {
  const accounts = useResource('demo-accounts', sessionApi.demoAccounts)
  return (
    <View>
      <Heading level={2}>{copy.demoTitle}</Heading>
      <View className='dfv-text'>{copy.demoLead}</View>
      {accounts.failure && <Failure told={accounts.failure} onRetry={accounts.reload} />}
      {accounts.loading && <Skeleton rows={3} />}
      {accounts.data && (
        <View className='dfv-card dfv-card--flush'>
          {demoRows(accounts.data.items).map((row) => (
            <Tap
              key={row.accountId}
              className='dfv-row dfv-demo-account'
              onTap={() => onChoose(row.accountId)}
            >
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.title}</View>
                <View className='dfv-row__note'>{row.note}</View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
