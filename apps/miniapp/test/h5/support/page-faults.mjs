/**
 * What is wrong with the page on screen, measured in the page: sideways scrolling, words cut off, targets too small for a
 * finger. Runs inside the browser and can use nothing from outside.
 * @param {number} mainTarget least side of a main target in the text size on screen
 */
export function faultsOf(mainTarget) {
  const LEAST = 44
  const faults = []
  const shown = (element) => element.offsetParent !== null && element.getClientRects().length > 0
  const name = (element) =>
    `${element.className || element.tagName} "${(element.textContent ?? '').trim().slice(0, 20)}"`
  const targets =
    'button, [role=button], [role=radio], [role=checkbox], [role=link], [role=tab], input, textarea'
  for (const element of document.querySelectorAll(targets)) {
    if (!shown(element)) continue
    const { width, height } = element.getBoundingClientRect()
    const least = element.hasAttribute('data-main') ? mainTarget : LEAST
    // Measured to the half pixel: borders are rounded by the screen.
    if (width < LEAST - 0.5 || height < least - 0.5)
      faults.push(`target ${Math.round(width)}x${Math.round(height)} ${name(element)}`)
  }
  for (const element of document.querySelectorAll('.dfv-page *')) {
    if (!shown(element)) continue
    const style = getComputedStyle(element)
    if (
      element.scrollWidth > element.clientWidth + 1 &&
      style.overflowX === 'hidden' &&
      element.childElementCount === 0
    )
      faults.push(`cut off: ${name(element)}`)
  }
  const scroller = document.scrollingElement
  if (scroller.scrollWidth > innerWidth + 1) faults.push(`sideways scroll ${scroller.scrollWidth}`)
  for (const page of document.querySelectorAll('.dfv-page'))
    if (shown(page) && page.getBoundingClientRect().right > innerWidth + 1)
      faults.push('page wider than the screen')
  for (const element of document.querySelectorAll('.dfv-page *')) {
    if (!shown(element)) continue
    const { right, width } = element.getBoundingClientRect()
    if (width > 0 && right > innerWidth + 1) {
      faults.push(`beyond the right edge: ${name(element)}`)
      break
    }
  }
  return faults
}
