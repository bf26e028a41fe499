/** Paper is printed from a computer; a phone shows the digits. */
export function Qr(_: { page: string }) {
  return null
}
