import { Module } from '@nestjs/common'
import { JwtModule } from '@nestjs/jwt'
import { ActorSource } from '../../platform/auth/access.guard.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { AreasModule } from '../areas/areas.module.js'
import { AccessTokens } from './access-tokens.js'
import { AccountsRepository } from './accounts.repository.js'
import { AccountsService } from './accounts.service.js'
import { AppointmentsRepository } from './appointments.repository.js'
import { AppointmentsService } from './appointments.service.js'
import { CredentialsService } from './credentials.service.js'
import { SessionService } from './session.service.js'
import { SessionActorSource } from './session-actor-source.js'
import { SessionsRepository } from './sessions.repository.js'

@Module({
  imports: [
    AreasModule,
    JwtModule.registerAsync({
      inject: [KeyRing],
      // A KeyObject: given a string, the library tries it as a public key first, at 50 times the cost.
      useFactory: (keys: KeyRing) => ({ secret: keys.tokenKey, signOptions: { algorithm: 'HS256' } }),
    }),
  ],
  providers: [
    AccessTokens,
    AccountsRepository,
    AccountsService,
    AppointmentsRepository,
    AppointmentsService,
    CredentialsService,
    SessionService,
    SessionsRepository,
    { provide: ActorSource, useClass: SessionActorSource },
  ],
  exports: [AccountsService, AppointmentsService, CredentialsService, SessionService, ActorSource],
})
export class AccountsModule {}
