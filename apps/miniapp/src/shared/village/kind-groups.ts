import { KIND_OUTLINES, type KindId, kindsEntered, type Obligation, type Role } from '@dfv/rules'
import { policiesOf, useLedger } from '@/shared/ledger'
import { today } from '@/shared/platform'
import { kindIcon } from '@/shared/records'
import type { IconName } from '@/shared/ui'
import { takesOn } from './duties'
import type { Village } from './use-village'

/** Every kind that people enter, in the groups and the order in which a cadre looks for it. */
export const KIND_GROUPS = {
  support: [
    'talk',
    'urine-test',
    'test-outcome',
    'support-group',
    'agreement',
    'leave',
    'absence',
    'police-report',
    'town-decision',
    'relapse',
  ],
  roster: [
    'verification',
    'person-status',
    'roster-confirmation',
    'person-registration',
    'abstinence-start',
    'new-finding',
    'transfer',
  ],
  key: ['sweep', 'key-person', 'key-person-end'],
  publicity: ['publicity-activity', 'education-site', 'school', 'audience-count'],
  grids: ['patrol', 'clean-up', 'grid', 'grid-assignment', 'skill-check'],
  venues: ['venue-inspection', 'venue-problem', 'rectification', 'venue', 'venue-survey', 'staff-roster'],
  papers: [
    'meeting',
    'village-document',
    'leading-group',
    'village-office',
    'funds',
    'experience-report',
    'past-evidence',
  ],
  conduct: [
    'bottom-line-declaration',
    'bottom-line-breach',
    'bottom-lines-text',
    'incident',
    'concealment-finding',
    'police-quota',
    'human-judgement',
  ],
} as const satisfies Record<string, readonly KindId[]>
export type KindGroup = keyof typeof KIND_GROUPS

export type RecordableKind = {
  kind: KindId
  label: string
  icon: IconName
  onlineOnly: boolean
  subject: (typeof KIND_OUTLINES)[KindId]['subject']
}

const ORDER: readonly KindId[] = Object.values(KIND_GROUPS).flat()

/** The kinds this role may record by hand, in the order of the groups. A transfer is accepted where it is proposed. */
export function recordableKinds(role: Role | null): RecordableKind[] {
  const { snapshot } = useLedger.getState()
  const entered = kindsEntered(policiesOf(snapshot), today(), snapshot?.areaCode)
  return ORDER.filter((kind) => entered.includes(kind))
    .map((kind) => KIND_OUTLINES[kind])
    .filter(({ submittedBy }) => role !== null && submittedBy.includes(role))
    .map(({ kind, label, onlineOnly, subject }) => ({
      kind,
      label,
      icon: kindIcon(kind),
      onlineOnly,
      subject,
    }))
}

export const groupOf = (kind: KindId): KindGroup | undefined =>
  (Object.keys(KIND_GROUPS) as KindGroup[]).find((group) =>
    (KIND_GROUPS[group] as readonly KindId[]).includes(kind),
  )

export type DueKind = RecordableKind & { duties: Obligation[] }

/** The kinds that something asks for now, what is due first first. */
export function dueKinds(village: Pick<Village, 'duties' | 'asOf'>, role: Role | null): DueKind[] {
  const kinds = recordableKinds(role)
  const due = new Map<KindId, DueKind>()
  const open = village.duties.open.filter((duty) => duty.opensOn <= village.asOf && takesOn(role, duty))
  for (const duty of [...open].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    const kind = kinds.find((one) => one.kind === duty.settledBy)
    if (!kind) continue
    const known = due.get(kind.kind)
    if (known) known.duties.push(duty)
    else due.set(kind.kind, { ...kind, duties: [duty] })
  }
  return [...due.values()]
}
