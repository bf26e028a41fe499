import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Injectable } from '@nestjs/common'
import { sha256 } from '../../platform/crypto/sealer.js'

/** Judging a village's whole year takes a second; a tool that says nothing for so long is stuck. */
const TIMEOUT_MS = 120_000

/** The program as it is kept beside what it judged. */
export type ToolFile = { bytes: Buffer; hash: string }

/**
 * The public single-file program that judges a ledger. What is frozen is made by the very file that is kept beside it, so that
 * whoever runs it again, years later and elsewhere, gets the same bytes.
 */
@Injectable()
export class JudgeTool {
  private readonly path = createRequire(import.meta.url).resolve('@dfv/rules/assess.mjs')

  async file(): Promise<ToolFile> {
    const bytes = await readFile(this.path)
    return { bytes, hash: sha256(bytes) }
  }

  /**
   * @param snapshot a `village-snapshot@1`
   * @returns what the tool prints: the scorecard, or with `--points` the points of the year
   * @throws Error when it refuses the snapshot, or was built from other rules than made it
   */
  run(snapshot: Buffer, options: readonly string[] = []): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.path, '-', ...options], { timeout: TIMEOUT_MS })
      const output: Buffer[] = []
      const errors: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
      child.on('error', reject)
      child.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(output))
        else
          reject(
            new Error(`assess.mjs ended with ${code}: ${Buffer.concat(errors).toString().slice(0, 500)}`),
          )
      })
      // A tool that has ended already takes no more; its exit code says why.
      child.stdin.on('error', () => undefined)
      child.stdin.end(snapshot)
    })
  }
}
