import Taro, { useDidShow } from '@tarojs/taro'
import { type ComponentType, useEffect } from 'react'
import { account, errors, operator, tabs } from '@/shared/copy'
import { toRoleChoice, toSignIn, toStatus } from '@/shared/navigation'
import { type RoleGroup, useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Page } from '@/shared/ui'
import { refreshUnread } from '@/shared/unread'

/** What a tab shows to whom. */
export type ByRole = Record<RoleGroup, ComponentType>

const quietly = (going: unknown) => Promise.resolve(going).catch(() => undefined)

/** The words of the four slots follow the role; the slots themselves never move. */
function useTabWords(group: RoleGroup, slot: number): void {
  const apply = () => {
    tabs[group].forEach((text, index) => {
      quietly(Taro.setTabBarItem({ index, text }))
    })
    quietly(Taro.setNavigationBarTitle({ title: tabs[group][slot]! }))
  }
  useDidShow(apply)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the role changes, and only then
  useEffect(apply, [group])
}

/** The dot follows whoever is here. */
function useUnreadDot(who: string | null): void {
  useDidShow(() => void refreshUnread())
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever somebody else is here, and only then
  useEffect(() => void refreshUnread(), [who])
}

/** One of the four tabs: the component of the role on screen, or the way to have a role. */
export function TabPage({ slot, byRole, open }: { slot: 0 | 1 | 2 | 3; byRole: ByRole; open?: boolean }) {
  const viewer = useViewer()
  useTabWords(viewer.group, slot)
  useUnreadDot(viewer.appointmentId ?? viewer.accountId)
  if (viewer.expired && !open) {
    return (
      <Page>
        <Failure told={{ kind: 'expired', text: errors.sessionExpired }} onSignIn={toSignIn} />
      </Page>
    )
  }
  if (viewer.mustChooseRole) {
    return (
      <Page>
        <EmptyState icon='person' text={account.chooseRoleFirst}>
          <Button look='primary' onTap={toRoleChoice}>
            {account.chooseRole}
          </Button>
        </EmptyState>
      </Page>
    )
  }
  if (viewer.role === 'system-admin' && slot !== 3) {
    return (
      <Page>
        <Heading level={1}>{tabs.public[slot]}</Heading>
        <EmptyState icon='shield' text={slot === 0 ? operator.home : operator.elsewhere}>
          <Button look='primary' onTap={toStatus}>
            {operator.go}
          </Button>
        </EmptyState>
      </Page>
    )
  }
  const Content = byRole[viewer.group]
  return <Content />
}
