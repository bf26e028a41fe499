import '@tarojs/components'

// Taro passes these on but does not type them.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaLabel?: string
    ariaRole?: string
    ariaHidden?: boolean
    ariaChecked?: boolean
    ariaSelected?: boolean
    ariaDisabled?: boolean
    ariaExpanded?: boolean
    ariaLive?: 'polite' | 'assertive' | 'off'
    ariaModal?: boolean
  }
}
