import { isKindId, KIND_OUTLINES, type Payload } from '@dfv/rules'
import type { IconName } from '@/shared/ui/icons'

export const kindLabel = (kind: string) => (isKindId(kind) ? KIND_OUTLINES[kind].label : kind)
export const kindShortLabel = (kind: string) => (isKindId(kind) ? KIND_OUTLINES[kind].shortLabel : kind)

const ICONS: Record<string, IconName> = {
  talk: 'talk',
  'urine-test': 'test',
  'test-outcome': 'test',
  relapse: 'warning',
  'support-group': 'group',
  'person-status': 'status',
  'abstinence-start': 'shield',
  'person-registration': 'register',
  'publicity-activity': 'publicity',
  'roster-confirmation': 'roster',
  verification: 'verify',
  sweep: 'verify',
  'key-person': 'key',
  'key-person-end': 'key',
  'new-finding': 'warning',
  transfer: 'status',
  'transfer-acceptance': 'status',
  'carry-over': 'status',
  leave: 'calendar',
  absence: 'calendar',
  'police-report': 'phone',
  venue: 'venue',
  'venue-survey': 'venue',
  'venue-inspection': 'venue',
  'staff-roster': 'roster',
  'venue-problem': 'warning',
  rectification: 'check',
  grid: 'grid',
  'grid-assignment': 'person',
  'skill-check': 'phone-only',
  patrol: 'patrol',
  'clean-up': 'search',
  'education-site': 'flag',
  'leading-group': 'group',
  'village-office': 'village',
  'bottom-lines-text': 'shield',
  'bottom-line-declaration': 'shield',
  'bottom-line-breach': 'shield',
  incident: 'warning',
  'concealment-finding': 'warning',
  'pledge-signed': 'pledge',
  meeting: 'meeting',
  funds: 'money',
  school: 'quiz',
  'class-session': 'quiz',
}
export const kindIcon = (kind: string): IconName => ICONS[kind] ?? 'document'

/** The photos that a record's answers name, in the order in which they are shown. */
export const photoIds = ({ photos }: Payload): string[] => (Array.isArray(photos) ? photos.map(String) : [])
