import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { common, strips } from '@/shared/copy'
import { usePane } from '@/shared/pane'
import { isPhoneClockWrong, useNetwork } from '@/shared/platform'
import { useAppConfig } from '@/shared/session/app-config'
import { classes } from './classes'
import { Icon } from './icon'
import { PageHead, PaneHead } from './page-head'
import { PrivacyAsk } from './privacy-ask'
import { Region } from './structure'
import { useTextSize } from './text-size'

type Props = {
  children: ReactNode
  /** What the page is called; tabs have none, their bar says it. */
  title?: string
  className?: string
  /** Stays at the foot of the screen: a BottomBar. */
  bottom?: ReactNode
  /** What is said of a missing network; null: the page tells of it itself. */
  offline?: string | null
  /** Under the strips, above the content, edge to edge. */
  strip?: ReactNode
}

/** The root of every page: text size, ribbon, strips, content, bottom bar. */
export function Page({ children, title, className, bottom, offline = strips.noNetwork, strip }: Props) {
  const size = useTextSize((state) => state.size)
  const online = useNetwork((state) => state.online)
  const isDemo = useAppConfig((state) => state.config?.mode === 'demo')
  const pane = usePane()
  if (pane) {
    return (
      <View className={classes('dfv-pane__page', className)}>
        {title !== undefined && <PaneHead title={title} isDeep={pane.isDeep} />}
        {strip}
        <View className='dfv-pane__body'>{children}</View>
        {bottom}
      </View>
    )
  }
  return (
    <View className={classes('dfv-page', `t-${size}`, className)}>
      {title !== undefined && <PageHead title={title} />}
      {isDemo && <View className='dfv-strip dfv-strip--demo'>{common.demoRibbon}</View>}
      {!online && offline !== null && <Strip icon='offline'>{offline}</Strip>}
      {isPhoneClockWrong() && (
        <Strip icon='clock' tone='warn'>
          {strips.clockWrong}
        </Strip>
      )}
      {strip}
      <Region role='main' className='dfv-page__body'>
        {children}
      </Region>
      {bottom}
      <PrivacyAsk />
    </View>
  )
}

type StripProps = {
  children: ReactNode
  icon: Parameters<typeof Icon>[0]['name']
  tone?: 'warn'
  action?: ReactNode
}

/** One line of news about the whole page, in words. */
export function Strip({ children, icon, tone, action }: StripProps) {
  return (
    <Region role='status' className={classes('dfv-strip', tone === 'warn' && 'dfv-strip--warn')}>
      <Icon name={icon} />
      <View className='dfv-strip__text'>{children}</View>
      {action}
    </Region>
  )
}
