import { createHmac, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { KeyRing } from '../../platform/crypto/key-ring.js'

export const AUDIENCES = ['resident', 'migrant'] as const
export const PURPOSES = ['assessment', 'practice'] as const

/** What a paper is. It travels with the paper, signed, so that handing one out writes nothing. */
const IssuedPaper = z.object({
  paperId: z.uuid(),
  audience: z.enum([...AUDIENCES, 'venue', 'student']),
  /**
   * `class`: in a class session; `staff`: by a member of a venue's staff; `invited`: by somebody whose number was drawn;
   * `household`: the same, asked at home on a cadre's phone. These are handed in elsewhere than the others.
   */
  purpose: z.enum([...PURPOSES, 'class', 'staff', 'invited', 'household']),
  areaCode: z.string(),
  /** Whose paper it is: an account; the class, the member of the staff or the number drawn; null for practice without signing in. */
  holderId: z.uuid().nullable(),
  /** The account of whoever asks at home; absent where people answer for themselves. */
  askedBy: z.uuid().optional(),
  /** Milliseconds since 1970. */
  issuedAt: z.int(),
  expiresAt: z.int(),
  /** Question, version, and the order in which its options are shown. */
  items: z.array(z.tuple([z.string(), z.int(), z.array(z.int())])),
})
export type IssuedPaper = z.infer<typeof IssuedPaper>

/** Signs papers. The prefix keeps a paper from ever passing as another token made with the same key. */
@Injectable()
export class PaperTokens {
  constructor(private readonly keys: KeyRing) {}

  sign(paper: IssuedPaper): string {
    const body = Buffer.from(JSON.stringify(paper)).toString('base64url')
    return `${body}.${this.mac(body).toString('base64url')}`
  }

  /** The paper, when this server made it and nobody changed it. */
  read(token: string): IssuedPaper | undefined {
    const [body = '', mac = '', ...rest] = token.split('.')
    const given = Buffer.from(mac, 'base64url')
    const expected = this.mac(body)
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
      return undefined
    return IssuedPaper.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  }

  private mac(body: string): Buffer {
    return createHmac('sha256', this.keys.tokenKey).update('quiz-paper\0').update(body).digest()
  }
}
