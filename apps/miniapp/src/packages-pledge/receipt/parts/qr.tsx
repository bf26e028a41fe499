/** In WeChat the code is in the PDF; drawing it here would cost every phone the library. */
export function Qr(_: { text: string; label: string }) {
  return null
}
