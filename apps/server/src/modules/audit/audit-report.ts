import type { ChainReport, Fault } from './audit-verifier.js'

const MEANING: Record<Fault['kind'], string> = {
  entryChanged: 'the entry was changed',
  entryRemoved: 'the entry was removed',
  linkRemoved: 'a link of the chain was removed',
  reordered: 'the order was changed here',
  linkChanged: 'the link was changed',
  anchorMismatch: 'the chain is not the one that was anchored',
  anchorForged: 'the anchor was not signed with this key',
}

/** One line a county, for the person who runs the check. */
export function reportLine({ countyCode, links, unsealed, anchors, fault }: ChainReport): string {
  if (!fault)
    return `${countyCode}: OK, ${links} entries in the chain, ${unsealed} not sealed yet, ${anchors} anchors.`
  const place = [
    fault.seq === undefined ? '' : ` at position ${fault.seq}`,
    fault.entryId === undefined ? '' : `, entry ${fault.entryId}`,
    fault.date === undefined ? '' : `, anchor of ${fault.date}`,
  ].join('')
  return `${countyCode}: FAILED, ${MEANING[fault.kind]}${place}. ${links} entries before it are right.`
}

/** The line about the records that the trail speaks of. */
export function recordLine(report: {
  revisions: number
  fault?: { kind: 'changed' | 'unproved'; recordId: string; revision: number }
}): string {
  const { revisions, fault } = report
  if (!fault) return `records: OK, ${revisions} revisions are what was sent.`
  const what =
    fault.kind === 'changed' ? 'was changed after it was stored' : 'is not what the audit trail says'
  return `records: FAILED, revision ${fault.revision} of record ${fault.recordId} ${what}.`
}
