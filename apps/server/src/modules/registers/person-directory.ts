import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { FileReader } from './file-access.js'
import type { KnownIdentity } from './identity.repository.js'
import { IdentityService } from './identity.service.js'

/** How a table names somebody: by code, by ID number, or by name and year of birth. */
export type PersonReference = { code?: string; name?: string; birthYear?: number; idNumber?: string }

export type PersonMatch =
  | { outcome: 'found'; person: KnownIdentity }
  | { outcome: 'none' }
  /** More than one file fits: more has to be said. */
  | { outcome: 'several' }
  /** The code is one person's and the name or number another's. */
  | { outcome: 'contradiction' }

/**
 * Finds the files that a table speaks of, by code and blind index, among those of one village that the reader sees.
 * Whoever is registered elsewhere, sealed or restricted answers like somebody unknown.
 */
export type VillageDirectory = {
  /** Somebody on the register. */
  find: (reference: PersonReference) => PersonMatch
  /** Whether somebody about to be registered is there already; the rule is that of a registration by form. */
  findAlike: (person: { name: string; birthYear?: number; idNumber?: string }) => PersonMatch
  byId: (id: string) => KnownIdentity | undefined
}

@Injectable()
export class PersonDirectory {
  constructor(private readonly identities: IdentityService) {}

  async open(tx: EntityManager, reader: FileReader, areaCode: string): Promise<VillageDirectory> {
    const known = await this.identities.known(tx, reader, areaCode)
    return {
      find: (reference) => this.find(known, reference),
      findAlike: (person) => this.findAlike(known, person),
      byId: (id) => known.find((person) => person.id === id),
    }
  }

  private find(known: readonly KnownIdentity[], reference: PersonReference): PersonMatch {
    const { name, nameYear, idNumber } = this.identities.indexesOf(reference)
    const isNamed = (person: KnownIdentity) =>
      nameYear === null ? name === null || person.nameIndex === name : person.nameYearIndex === nameYear
    // Many files have no ID number; one that has another is another person's.
    const isNumbered = (person: KnownIdentity) =>
      idNumber === null || person.idNumberIndex === null || person.idNumberIndex === idNumber
    if (reference.code !== undefined) {
      const person = known.find(({ code }) => code === reference.code)
      if (!person) return { outcome: 'none' }
      return isNamed(person) && isNumbered(person)
        ? { outcome: 'found', person }
        : { outcome: 'contradiction' }
    }
    const numbered = idNumber === null ? [] : known.filter((person) => person.idNumberIndex === idNumber)
    if (numbered.length > 0)
      return numbered.some(isNamed) ? one(numbered.filter(isNamed)) : { outcome: 'contradiction' }
    return name === null
      ? { outcome: 'none' }
      : one(known.filter((person) => isNamed(person) && isNumbered(person)))
  }

  private findAlike(
    known: readonly KnownIdentity[],
    person: { name: string; birthYear?: number; idNumber?: string },
  ): PersonMatch {
    const { nameYear, idNumber } = this.identities.indexesOf(person)
    const numbered = known.filter((other) => idNumber !== null && other.idNumberIndex === idNumber)
    if (numbered.length > 0) return one(numbered)
    return one(
      known.filter(
        (other) =>
          nameYear !== null &&
          other.nameYearIndex === nameYear &&
          (idNumber === null || other.idNumberIndex === null),
      ),
    )
  }
}

function one(found: readonly KnownIdentity[]): PersonMatch {
  const [person] = found
  if (!person) return { outcome: 'none' }
  return found.length === 1 ? { outcome: 'found', person } : { outcome: 'several' }
}
