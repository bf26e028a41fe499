import { View } from '@tarojs/components'
import { chooseOption } from '@/shared/quiz'
import { Heading, Options, Region } from '@/shared/ui'
import { optionRows, type PaperView } from '../view-model'

type Props = { view: Extract<PaperView, { stage: 'question' }> }

export function Question({ view }: Props) {
  const { question } = view
  const multi = question.type === 'multiple'
  const change = (chosen: string[]) => {
    const before = new Set(view.chosen)
    const changed = multi
      ? [
          ...chosen.filter((one) => !before.has(one)),
          ...view.chosen.filter((one) => !chosen.includes(one)),
        ][0]
      : chosen[0]
    if (changed !== undefined) chooseOption(question.no, Number(changed))
  }
  return (
    <View className='dfv-paper'>
      <View className='dfv-paper__head'>
        <View className='dfv-text'>{view.heading}</View>
        {view.bankNote && <View className='dfv-fine'>{view.bankNote}</View>}
      </View>
      <View className='dfv-paper__track'>
        <View className='dfv-paper__done' style={{ width: `${(view.done / view.total) * 100}%` }} />
      </View>
      <Region role='group' id='question' label={`${view.heading}，${view.type}`} focusable>
        <View className='dfv-paper__type'>{view.type}</View>
        <Heading level={1} className='dfv-lead'>
          {question.stem}
        </Heading>
      </Region>
      <Region role={multi ? 'group' : 'radiogroup'} label={question.stem} className='dfv-options'>
        <Options multi={multi} options={optionRows(question)} chosen={view.chosen} onChange={change} />
      </Region>
    </View>
  )
}
