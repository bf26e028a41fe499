/**
 * Lets the user choose files in the browser; none when the list was closed. Older browsers say nothing when it is closed:
 * then this stays open, and the next one is asked.
 */
export function filesFromBrowser(accept: string, most = 1): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = most > 1
  input.hidden = true
  // Outside the document it may be swept up while its list is open, and what was chosen would never arrive.
  document.body.append(input)
  return new Promise<File[]>((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])].slice(0, most))
    input.oncancel = () => resolve([])
    input.click()
  }).finally(() => input.remove())
}
