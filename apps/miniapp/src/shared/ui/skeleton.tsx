import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { common } from '@/shared/copy'
import { Region } from './structure'

const SHOW_AFTER_MS = 400
const SLOW_AFTER_MS = 8_000

/** Grey blocks, only when loading takes long enough to be noticed. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const [stage, setStage] = useState<'quiet' | 'shown' | 'slow'>('quiet')
  useEffect(() => {
    const show = setTimeout(() => setStage('shown'), SHOW_AFTER_MS)
    const slow = setTimeout(() => setStage('slow'), SLOW_AFTER_MS)
    return () => {
      clearTimeout(show)
      clearTimeout(slow)
    }
  }, [])
  if (stage === 'quiet') return <View className='dfv-skeleton' />
  return (
    <Region role='status' className='dfv-skeleton' label={common.loading}>
      {stage === 'slow' && <View className='dfv-fine'>{common.slow}</View>}
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <View key={row} className='dfv-skeleton__block' />
      ))}
    </Region>
  )
}
