import { Module } from '@nestjs/common'
import { ActorSource } from '../../platform/auth/access.guard.js'
import { AreasModule } from '../areas/areas.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { WeChatModule } from '../wechat/wechat.module.js'
import { AccessTokens } from './access-tokens.js'
import { AccountKeys } from './account-keys.js'
import { AccountsJobs } from './accounts.jobs.js'
import { AccountsRepository } from './accounts.repository.js'
import { AccountsService } from './accounts.service.js'
import { AppointmentOfficeService } from './appointment-office.service.js'
import { AppointmentsController } from './appointments.controller.js'
import { AppointmentsRepository } from './appointments.repository.js'
import { AppointmentsService } from './appointments.service.js'
import { BindingCodesRepository } from './binding-codes.repository.js'
import { BindingCodesService } from './binding-codes.service.js'
import { ColleaguesController } from './colleagues.controller.js'
import { CredentialsService } from './credentials.service.js'
import { HandInWriters } from './hand-in-writers.service.js'
import { RefreshTokens } from './refresh-tokens.js'
import { ScanController } from './scan.controller.js'
import { ScanService } from './scan.service.js'
import { ScanTicketsRepository } from './scan-tickets.repository.js'
import { SessionController } from './session.controller.js'
import { SessionService } from './session.service.js'
import { SessionActorSource } from './session-actor-source.js'
import { SessionAnswer } from './session-answer.js'
import { SessionsRepository } from './sessions.repository.js'
import { SignInService } from './sign-in.service.js'
import { SignInLimits } from './sign-in-limits.service.js'

@Module({
  imports: [AreasModule, RegistersModule, WeChatModule],
  controllers: [SessionController, ScanController, AppointmentsController, ColleaguesController],
  providers: [
    AccessTokens,
    AccountKeys,
    AccountsJobs,
    AccountsRepository,
    AccountsService,
    AppointmentOfficeService,
    AppointmentsRepository,
    AppointmentsService,
    BindingCodesRepository,
    BindingCodesService,
    CredentialsService,
    HandInWriters,
    RefreshTokens,
    ScanService,
    ScanTicketsRepository,
    SessionAnswer,
    SessionService,
    SessionsRepository,
    SignInLimits,
    SignInService,
    { provide: ActorSource, useClass: SessionActorSource },
  ],
  exports: [
    AccountKeys,
    AccountsService,
    ActorSource,
    AppointmentOfficeService,
    AppointmentsService,
    CredentialsService,
    HandInWriters,
    SessionAnswer,
    SessionService,
    SignInLimits,
  ],
})
export class AccountsModule {}
