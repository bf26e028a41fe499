import { z } from 'zod'
import { canonicalJson } from '../canonical-json.js'

/** What a backup holds, without a word of its content: counts and hashes. Sealed by the server that made it. */
export const BackupContent = z.object({
  format: z.literal('dfv-backup@1'),
  takenAt: z.iso.datetime(),
  /** The data keys of persons stand in a file of their own: it may be thrown away earlier, and erasure is complete then. */
  files: z.object({ data: z.string(), keys: z.string() }),
  /** Names of the migrations that had run. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({ name: z.string(), rows: z.number().int().min(0), sha256: z.string().length(64) }),
  ),
  keys: z.number().int().min(0),
  /** Where the binary log stood: what happened later can be repeated from there. Absent: the server kept none. */
  binlog: z.object({ file: z.string(), position: z.number().int().min(1), database: z.string() }).optional(),
  /** Stored files (photos, scans) that rows name: how many, and a hash over their addresses. Older backups have none. */
  stored: z
    .object({ files: z.number().int().min(0), sha256: z.string().length(64), lost: z.array(z.string()) })
    .optional(),
})
export type BackupContent = z.infer<typeof BackupContent>

export const BackupManifest = BackupContent.extend({ signature: z.string() })
export type BackupManifest = z.infer<typeof BackupManifest>

export const manifestText = (content: BackupContent): string => canonicalJson(BackupContent.parse(content))
