import { Injectable } from '@nestjs/common'
import { AreaScope } from './auth/area-scope.js'
import { Config } from './config/config.js'
import { DomainError } from './errors/domain-error.js'

/** The clearly fictional town that the demo may write to. */
export const DEMO_TOWN = '441581990'

/** In demo mode nothing may be written outside the fictional town: invented persons never stand under a real village. */
@Injectable()
export class AreaWritePolicy {
  private readonly demoScope = AreaScope.of(DEMO_TOWN)

  constructor(private readonly config: Config) {}

  /** @throws DomainError DEMO_READ_ONLY */
  assertWritable(areaCode: string): void {
    if (this.config.isDemo && !this.demoScope.contains(areaCode)) throw new DomainError('DEMO_READ_ONLY')
  }
}
