import { AuditVerifier } from '../modules/audit/audit-verifier.js'
import { PledgeProof } from '../modules/pledges/pledge-proof.js'
import { RecordProof } from '../modules/records/record-proof.js'
import { ProjectionsService } from '../modules/scoring/projections.service.js'
import type { BackupManifest } from '../platform/backup/manifest.js'
import { compareWithManifest } from '../platform/backup/restore-backup.js'
import { openDataSource } from '../platform/database/data-source.js'
import { type CliEnvironment, createCliContext } from './bootstrap.js'

/**
 * Migrates what was restored, then proves it: the tables are those of the manifest, trail, records and pledges are whole,
 * and the projections say what the ledgers say.
 * @returns a line for every fault
 */
export async function proveRestored(
  environment: CliEnvironment,
  manifest: BackupManifest,
): Promise<string[]> {
  const faults = (await compareWithManifest(environment.config.env.DATABASE_URL, manifest)).map(
    (table) => `table ${table} differs`,
  )
  const dataSource = await openDataSource(environment.config, environment.log)
  await dataSource.runMigrations({ transaction: 'none' }).finally(() => dataSource.destroy())
  const app = await createCliContext(environment)
  try {
    for (const { fault, countyCode } of await app.get(AuditVerifier, { strict: false }).run())
      if (fault) faults.push(`audit trail of ${countyCode}: ${fault.kind}`)
    const records = await app.get(RecordProof, { strict: false }).run()
    if (records.fault) faults.push('a record is not what was sent')
    const pledges = await app.get(PledgeProof, { strict: false }).run()
    if (pledges.fault) faults.push('a pledge is not what was sealed')
    // A village whose projection waited for its job at the moment of the backup is computed, not compared.
    const projections = app.get(ProjectionsService, { strict: false })
    await projections.rebuild()
    faults.push(...(await projections.verify()).slice(0, 5))
  } finally {
    await app.close()
  }
  return faults
}
