import { type DynamicModule, Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import type { DataSourceOptions } from 'typeorm'
import { Audit } from './audit/audit.js'
import { Config } from './config/config.js'
import { connect, dataSourceOptions, detectEngine } from './database/data-source.js'
import { Transactions } from './database/transactions.js'
import { AreaWritePolicy } from './demo-areas.js'
import { LOG } from './log.token.js'
import type { Log } from './logging.js'
import { BacklogMetrics } from './metrics/backlog-metrics.js'
import { Metrics } from './metrics/metrics.js'
import { PoolMetrics } from './metrics/pool-metrics.js'
import { JobRunner } from './outbox/job-runner.js'
import { Outbox } from './outbox/outbox.js'
import { TimeStamps } from './time-stamp/time-stamps.js'

const SHARED = [Audit, Outbox, JobRunner, Transactions, AreaWritePolicy, TimeStamps, Metrics]

@Global()
@Module({})
export class PlatformModule {
  static with(log: Log): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: async (config: Config) =>
            dataSourceOptions(config, await detectEngine(config.env.DATABASE_URL), log),
          dataSourceFactory: (options) => connect(options as DataSourceOptions),
        }),
      ],
      providers: [{ provide: LOG, useValue: log }, ...SHARED, BacklogMetrics, PoolMetrics],
      exports: [LOG, ...SHARED],
    }
  }
}
