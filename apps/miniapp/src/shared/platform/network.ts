import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { isWeapp } from './env'

type NetworkState = { online: boolean }

/** Whether the phone says it has a network. A request may still fail; that is the transport's to tell. */
export const useNetwork = create<NetworkState>(() => ({ online: isWeapp ? true : navigator.onLine }))

export const isOnline = () => useNetwork.getState().online

/** Calls back when the network comes back, not when it goes. */
export function onNetworkBack(callback: () => void): () => void {
  return useNetwork.subscribe((now, before) => {
    if (now.online && !before.online) callback()
  })
}

export function watchNetwork(): void {
  const set = (online: boolean) => useNetwork.setState({ online })
  if (isWeapp) {
    Taro.getNetworkType({ success: (res) => set(res.networkType !== 'none') })
    Taro.onNetworkStatusChange((res) => set(res.isConnected))
  } else {
    window.addEventListener('online', () => set(true))
    window.addEventListener('offline', () => set(false))
  }
}
