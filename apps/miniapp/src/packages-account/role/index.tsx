import { useState } from 'react'
import { common, account as copy, roleNames } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { chooseAppointment, useSession } from '@/shared/session'
import { BottomBar, Button, Field, Heading, Options, Page } from '@/shared/ui'

/** One person, several roles: each has its own work, and they never mix. */
export default function RolePage() {
  const { appointments, activeId } = useSession()
  const [chosen, setChosen] = useState(activeId ?? '')
  const enter = () => {
    if (chosen === '') return
    chooseAppointment(chosen)
    toTab('home')
  }
  const options = appointments.map((a) => ({
    value: a.id,
    label: [a.areaName, a.subjectName, roleNames[a.role], copy.since(showDate(a.from, today()))]
      .filter(Boolean)
      .join(common.separator),
  }))
  return (
    <Page
      title={copy.chooseRole}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={enter} disabled={chosen === ''}>
            {copy.enter}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.chooseRoleTitle(appointments.length)}</Heading>
      <Field name='role' label={copy.chooseRole} group='radiogroup'>
        <Options options={options} chosen={[chosen]} onChange={([id]) => setChosen(id ?? '')} />
      </Field>
    </Page>
  )
}
