import { fireEvent, render } from '@testing-library/react'
import { Tap } from './index.h5'

describe('a tap', () => {
  let done: string[]
  const buttons = () =>
    render(
      <>
        <Tap onTap={() => done.push('download')}>下载</Tap>
        <Tap onTap={() => done.push('upload')}>上传</Tap>
        <Tap role='radio' onTap={() => done.push('choice')}>
          选项
        </Tap>
      </>,
    )

  beforeEach(() => {
    done = []
    jest.useFakeTimers({ now: 1_000_000 })
  })
  afterEach(() => jest.useRealTimers())

  it('of a shaking hand counts once, and counts again after a moment', () => {
    const upload = buttons().getByText('上传')
    for (let tap = 0; tap < 3; tap++) fireEvent.click(upload)
    expect(done).toEqual(['upload'])
    jest.setSystemTime(1_000_800)
    fireEvent.click(upload)
    expect(done).toEqual(['upload', 'upload'])
  })

  it('counts at once when another button was tapped in between', () => {
    const shown = buttons()
    for (const name of ['上传', '下载', '上传']) fireEvent.click(shown.getByText(name))
    expect(done).toEqual(['upload', 'download', 'upload'])
  })

  it('on an option always counts', () => {
    const option = buttons().getByText('选项')
    fireEvent.click(option)
    fireEvent.click(option)
    expect(done).toEqual(['choice', 'choice'])
  })
})
