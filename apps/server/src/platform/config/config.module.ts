import { type DynamicModule, Global, Module } from '@nestjs/common'
import { Clock, SystemClock } from '../clock.js'
import { Config } from './config.js'

@Global()
@Module({})
export class ConfigModule {
  /** The configuration is read once, before the application exists, so that a wrong one is a sentence and not a stack. */
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [Config, Clock],
    }
  }
}
