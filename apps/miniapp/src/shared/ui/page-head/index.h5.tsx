import { common } from '@/shared/copy'
import { goBack } from '@/shared/navigation'
import { Icon } from '../icon'
import { Tap } from '../tap'

/** In the browser the page brings its own way back. */
export function PageHead({ title }: { title: string }) {
  return (
    <header className='dfv-head'>
      <Tap className='dfv-head__back' onTap={goBack} label={common.back}>
        <Icon name='back' />
      </Tap>
      <h1 className='dfv-head__title'>{title}</h1>
    </header>
  )
}

/** Of a page that stands beside a list; the first of them has nothing to go back to. */
export function PaneHead({ title, isDeep }: { title: string; isDeep: boolean }) {
  return (
    <div className='dfv-head'>
      {isDeep && (
        <Tap className='dfv-head__back' onTap={goBack} label={common.back}>
          <Icon name='back' />
        </Tap>
      )}
      <h2 className='dfv-head__title'>{title}</h2>
    </div>
  )
}
