import { Injectable } from '@nestjs/common'
import { TokenMac } from '../../platform/crypto/token-mac.js'

export const AUDIENCES = ['resident', 'migrant'] as const
export const PURPOSES = ['assessment', 'practice'] as const

/** What a paper is. It travels with the paper, signed, so that handing one out writes nothing. Other content, another prefix. */
export type IssuedPaper = {
  paperId: string
  audience: (typeof AUDIENCES)[number] | 'venue' | 'student'
  /**
   * `class`: in a class session; `staff`: by a member of a venue's staff; `invited`: by somebody whose number was drawn;
   * `household`: the same, asked at home on a cadre's phone. These are handed in elsewhere than the others.
   */
  purpose: (typeof PURPOSES)[number] | 'class' | 'staff' | 'invited' | 'household'
  areaCode: string
  /** Whose paper it is: an account; the class, the member of the staff or the number drawn; null for practice without signing in. */
  holderId: string | null
  /** The account of whoever asks at home; absent where people answer for themselves. */
  askedBy?: string
  /** Milliseconds since 1970. */
  issuedAt: number
  expiresAt: number
  /** Question, version, and the order in which its options are shown. */
  items: [id: string, version: number, order: number[]][]
}

const PREFIX = 'quiz-paper\0'

/** Signs papers. */
@Injectable()
export class PaperTokens {
  constructor(private readonly mac: TokenMac) {}

  sign(paper: IssuedPaper): string {
    const body = Buffer.from(JSON.stringify(paper)).toString('base64url')
    return `${body}.${this.mac.of(body, PREFIX)}`
  }

  /** The paper, when this server made it and nobody changed it. */
  read(token: string): IssuedPaper | undefined {
    const [body = '', mac = '', ...rest] = token.split('.')
    if (rest.length > 0 || !this.mac.holds(body, mac, PREFIX)) return undefined
    // Nobody else can have written it.
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as IssuedPaper
  }
}
