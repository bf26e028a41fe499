import { View } from '@tarojs/components'
import { useState } from 'react'
import { check as copy } from '@/shared/copy'
import { Heading, Icon, Link, Region, StateChip, Tap } from '@/shared/ui'
import type { PartDetail, StandardDetail } from '../view-model'

type Props = { detail: StandardDetail; onEvidence: (part: string) => void }

/** Verdict, clause, parts, policy: nothing here needs the village it came from. */
export function StandardView({ detail, onEvidence }: Props) {
  return (
    <>
      <View className='dfv-page__head'>
        <Heading level={1}>
          {detail.number} {detail.title}
        </Heading>
        <StateChip state={detail.state} />
      </View>
      {detail.parts.map((part) => (
        <Part key={part.id} part={part} onEvidence={onEvidence} />
      ))}
      <View className='dfv-fine'>{copy.policy(detail.policyVersion)}</View>
    </>
  )
}

function Part({ part, onEvidence }: { part: PartDetail; onEvidence: (part: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <View className='dfv-card dfv-part'>
      <View className='dfv-page__head'>
        <Heading level={2}>{part.title}</Heading>
        <StateChip state={part.state} />
      </View>
      <View className='dfv-text dfv-part__figure'>{part.figure}</View>
      <Region role='blockquote' className='dfv-quote' label={copy.clause}>
        “{part.clause.quote}” {part.clause.ref}
      </Region>
      {part.reason !== '' && <View className='dfv-text'>{part.reason}</View>}
      {part.missing.map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
      {part.moreMissing > 0 && <View className='dfv-fine'>{copy.more(part.moreMissing)}</View>}
      {part.next !== null && (
        <View className='dfv-text dfv-part__next'>
          <Icon name='info' small /> {part.next}
        </View>
      )}
      <Tap className='dfv-link' onTap={() => setOpen(!open)} expanded={open}>
        {copy.how}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} small />
      </Tap>
      {open &&
        part.how.map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
      {part.evidence > 0 && (
        <View>
          <Link onTap={() => onEvidence(part.id)}>{copy.evidence(part.evidence)}</Link>
        </View>
      )}
    </View>
  )
}
