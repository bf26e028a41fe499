/** A photo that the server does not have yet. Its id stands in the record's answers; the record never waits for it. */
export type KeptPhoto = {
  id: string
  mime: string
  bytes: number
  sha256: string
  /** Why the server will not take it; the bytes are gone then. */
  problem?: string
}

/** The records of the outbox, as far as photos depend on them. */
export type PhotoClaim = { state: string; photos: readonly string[] }
