import { StandardSchemaValidationPipe } from '@nestjs/common'
import { validationError } from '../errors/validation-issues.js'

/**
 * Checks what a request says against the schema of its route. Keys that reach for a prototype are not looked for a second time:
 * the parser of JSON bodies refuses them, and a schema takes what it knows into an object of its own.
 */
export class SchemaPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: validationError })
  }

  protected override stripProtoKeys(): void {}
}
