import { View } from '@tarojs/components'
import { common, home as copy, roleNames, textSize } from '@/shared/copy'
import { showDateWithWeekday } from '@/shared/format'
import { toRoleChoice, toTextSize } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useSession, useViewer } from '@/shared/session'
import { Button, Heading, Icon, Tap, useTextSize } from '@/shared/ui'

/** Where, in which role, what day. */
export function DeskHead() {
  const { areaName, role } = useViewer()
  const several = useSession((state) => state.appointments.length > 1)
  const largest = useTextSize((state) => state.size === 4)
  const words = [areaName, role && roleNames[role]].filter(Boolean).join(common.separator)
  return (
    <View className='dfv-page__head'>
      <View>
        {several ? (
          <Tap onTap={toRoleChoice} label={`${words}，${copy.switchRole}`} className='dfv-desk__role'>
            <Heading level={1} className='dfv-lead'>
              {words}
            </Heading>
            <Icon name='chevron-down' />
          </Tap>
        ) : (
          <Heading level={1} className='dfv-lead'>
            {words}
          </Heading>
        )}
        {!largest && <View className='dfv-fine'>{showDateWithWeekday(today(), today())}</View>}
      </View>
      <Button small icon='text-size' onTap={toTextSize} label={textSize.buttonLabel}>
        {textSize.button}
      </Button>
    </View>
  )
}
