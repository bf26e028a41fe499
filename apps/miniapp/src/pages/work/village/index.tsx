import { useState } from 'react'
import { work as copy, exports as exporting } from '@/shared/copy'
import { mayExport } from '@/shared/exports'
import { toExports } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, classes, Heading, Page, Region, Tap } from '@/shared/ui'
import { VillageGate } from '@/shared/village'
import './index.scss'
import { Persons } from './parts/persons'
import { Records } from './parts/records'

const VIEWS = ['persons', 'records'] as const

/** 台账: who is on the register, and what was recorded. */
export function VillageWork({ title }: { title?: string }) {
  const { role } = useViewer()
  const [view, setView] = useState<(typeof VIEWS)[number]>('persons')
  return (
    <Page title={title}>
      <VillageGate frame={(content) => content}>
        {(village) => (
          <>
            {title !== undefined && <Heading level={1}>{village.name}</Heading>}
            <Region role='group' label={copy.persons} className='dfv-segments'>
              {VIEWS.map((name) => (
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
            {view === 'persons' ? <Persons village={village} /> : <Records village={village} />}
            {mayExport(role) && (
              <Button icon='document' onTap={toExports}>
                {exporting.title}
              </Button>
            )}
          </>
        )}
      </VillageGate>
    </Page>
  )
}
