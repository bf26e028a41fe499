import { Module } from '@nestjs/common'
import { StatusController } from './status.controller.js'
import { StatusReader } from './status-figures.js'

@Module({ controllers: [StatusController], providers: [StatusReader] })
export class StatusModule {}
