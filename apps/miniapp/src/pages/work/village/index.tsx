import { useState } from 'react'
import { work as copy } from '@/shared/copy'
import { classes, Heading, Page, Region, Tap } from '@/shared/ui'
import { type Village, VillageGate } from '@/shared/village'
import './index.scss'
import { Papers } from './parts/papers'
import { Persons } from './parts/persons'
import { Places } from './parts/places'
import { Records } from './parts/records'

const VIEWS = { persons: Persons, places: Places, papers: Papers, records: Records } as const
type View = keyof typeof VIEWS

/** 台账: who and what is on the registers, the papers of the year, and what was recorded. */
export function VillageWork({ title }: { title?: string }) {
  const [view, setView] = useState<View>('persons')
  return (
    <Page title={title}>
      <VillageGate frame={(content) => content}>
        {(village) => (
          <>
            {title !== undefined && <Heading level={1}>{village.name}</Heading>}
            <Region role='group' label={copy.title} className='dfv-segments'>
              {(Object.keys(VIEWS) as View[]).map((name) => (
                <Tap
                  key={name}
                  role='radio'
                  checked={view === name}
                  className={classes('dfv-segment', view === name && 'dfv-segment--on')}
                  onTap={() => setView(name)}
                >
                  {copy[name]}
                </Tap>
              ))}
            </Region>
            <Shown view={view} village={village} />
          </>
        )}
      </VillageGate>
    </Page>
  )
}

function Shown({ view, village }: { view: View; village: Village }) {
  const Content = VIEWS[view]
  return <Content village={village} />
}
