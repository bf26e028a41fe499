import { View } from '@tarojs/components'
import type { QuizQuestion } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'
import { Heading, Options, Region } from '@/shared/ui'
import { optionRows } from './option-rows'
import './paper.scss'

export type ShownQuestion = {
  question: QuizQuestion
  /** The chosen options, by their place. */
  chosen: readonly string[]
  /** How far this question is. */
  done: number
  total: number
  note?: string | null
}
type Props = ShownQuestion & { onChoose: (no: number, option: number) => void }

/** One question of a paper: how far it is, what is asked, and its options one below the other. */
export function Question({ question, chosen, done, total, note, onChoose }: Props) {
  const multi = question.type === 'multiple'
  const heading = copy.question(question.no, total)
  const type = copy.type[question.type]
  const change = (now: string[]) => {
    const before = new Set(chosen)
    const changed = multi
      ? [...now.filter((one) => !before.has(one)), ...chosen.filter((one) => !now.includes(one))][0]
      : now[0]
    if (changed !== undefined) onChoose(question.no, Number(changed))
  }
  return (
    <View className='dfv-paper'>
      <View className='dfv-paper__head'>
        <View className='dfv-text'>{heading}</View>
        {note && <View className='dfv-fine'>{note}</View>}
      </View>
      <View className='dfv-paper__track'>
        <View className='dfv-paper__done' style={{ width: `${(done / total) * 100}%` }} />
      </View>
      <Region role='group' id='question' label={`${heading}，${type}`} focusable>
        <View className='dfv-paper__type'>{type}</View>
        <Heading level={1} className='dfv-lead'>
          {question.stem}
        </Heading>
      </Region>
      <Region role={multi ? 'group' : 'radiogroup'} label={question.stem}>
        <Options multi={multi} options={optionRows(question)} chosen={[...chosen]} onChange={change} />
      </Region>
    </View>
  )
}
