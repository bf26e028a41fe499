import { Global, Module } from '@nestjs/common'
import { PoliciesRepository } from './policies.repository.js'
import { PoliciesInForce } from './policies-in-force.js'

/** Everything that judges reads the policy in force. */
@Global()
@Module({
  providers: [PoliciesInForce, PoliciesRepository],
  exports: [PoliciesInForce, PoliciesRepository],
})
export class PoliciesModule {}
