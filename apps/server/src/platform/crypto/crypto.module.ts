import { type DynamicModule, Global, Module } from '@nestjs/common'
import { FieldCipher } from './field-cipher.js'
import { HandInKeys } from './hand-in-keys.js'
import { KeyRing } from './key-ring.js'
import { Sealer } from './sealer.js'
import { TokenMac } from './token-mac.js'

@Global()
@Module({})
export class CryptoModule {
  static with(keys: KeyRing): DynamicModule {
    return {
      module: CryptoModule,
      providers: [{ provide: KeyRing, useValue: keys }, FieldCipher, HandInKeys, Sealer, TokenMac],
      exports: [KeyRing, FieldCipher, HandInKeys, Sealer, TokenMac],
    }
  }
}
