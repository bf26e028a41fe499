/** Scanning is how a computer signs in; a phone needs no second phone. */
export function ScanPanel(_: { onSession: unknown }) {
  return null
}
