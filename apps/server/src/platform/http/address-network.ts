import { isIPv6 } from 'node:net'

/** Groups of 16 bits that name the network: what one subscriber is given, every address in it his. */
const NETWORK_GROUPS = 4

/**
 * What an address counts as where tries are limited: an IPv4 address as itself, also where it is written as IPv6; an IPv6
 * address as its /64, for whoever has one has 2⁶⁴ of them.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  const [, written] = /^\[(.*)\]$/.exec(new URL(`http://[${plain}]/`).hostname) ?? []
  const [before = '', after] = (written ?? '').split('::')
  const [first, last] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean))
  const missing = after === undefined ? 0 : 8 - first!.length - last!.length
  const groups = [...first!, ...Array.from({ length: missing }, () => '0'), ...last!]
  if (groups.slice(0, 6).join() === '0,0,0,0,0,ffff')
    return groups
      .slice(6)
      .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
      .join('.')
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`
}
