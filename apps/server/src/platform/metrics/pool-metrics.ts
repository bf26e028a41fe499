import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Config } from '../config/config.js'
import { Transactions } from '../database/transactions.js'
import { Metrics } from './metrics.js'

/** What mysql2 keeps inside: it has no public figures. All three are queues with a length. */
type PoolInside = Record<'_allConnections' | '_freeConnections' | '_connectionQueue', { length: number }>

/** Connections of this replica to the database. */
@Injectable()
export class PoolMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly transactions: Transactions,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'db_pool_connections',
      help: 'Connections in use and idle, and requests that wait for one',
      label: 'state',
      read: async () => this.connections(),
    })
    this.metrics.show({
      name: 'db_pool_limit',
      help: 'Connections that this replica may open (DB_POOL)',
      read: async () => this.config.env.DB_POOL,
    })
  }

  private connections(): Record<string, number> {
    const { pool } = this.transactions.read.connection.driver as unknown as { pool: PoolInside }
    const [all, free] = [pool._allConnections.length, pool._freeConnections.length]
    return { used: all - free, free, waiting: pool._connectionQueue.length }
  }
}
