import type { KindId } from '@dfv/rules'

export type KindGroup =
  | 'often'
  | 'persons'
  | 'key'
  | 'publicity'
  | 'venues'
  | 'grids'
  | 'papers'
  | 'lines'
  | 'town'

/**
 * Where a cadre looks for a kind of record: by the register it belongs to, never in one long list. What is recorded most
 * comes first; the order within a group is that of use.
 */
export const KIND_GROUPS: Readonly<Record<KindGroup, readonly KindId[]>> = {
  often: ['talk', 'urine-test', 'verification', 'publicity-activity', 'patrol', 'roster-confirmation'],
  persons: [
    'person-registration',
    'person-status',
    'support-group',
    'agreement',
    'test-outcome',
    'leave',
    'absence',
    'transfer',
    'new-finding',
    'relapse',
    'abstinence-start',
    'police-report',
    'town-decision',
  ],
  key: ['sweep', 'key-person', 'key-person-end'],
  publicity: ['education-site', 'school', 'class-session', 'audience-count', 'experience-report'],
  venues: ['venue', 'venue-inspection', 'venue-survey', 'staff-roster', 'venue-problem', 'rectification'],
  grids: ['grid', 'grid-assignment', 'clean-up', 'skill-check'],
  papers: [
    'village-document',
    'leading-group',
    'village-office',
    'meeting',
    'funds',
    'pledge-signed',
    'past-evidence',
  ],
  lines: ['bottom-line-declaration', 'bottom-line-breach', 'incident', 'concealment-finding'],
  town: ['bottom-lines-text', 'police-quota', 'human-judgement'],
}
