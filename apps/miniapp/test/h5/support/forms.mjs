import { tap } from './browser.mjs'

/** The page on top that says something of its own: the ones below stay in the document. */
export const pageWith = (page, words) => page.locator('.dfv-page', { hasText: words }).last()

/**
 * Answers questions of a record form as a person does: an option by its words, a text typed, a day in the calendar, or a
 * choice out of a sheet.
 * @param {import('playwright-core').Locator} form
 * @param {Record<string, string | { typed: string } | { fromSheet: string }>} answers by the field's name
 */
export async function answer(form, answers) {
  const sheet = form.page().locator('.dfv-sheet')
  for (const [name, value] of Object.entries(answers)) {
    const field = form.locator(`[id="field-${name}"]`)
    if (typeof value === 'string') await field.locator('.dfv-option', { hasText: exactly(value) }).click()
    else if ('typed' in value) await form.locator(`[id="field-${name}-input"]`).fill(value.typed)
    else {
      const row = sheet.locator('.dfv-row', { hasText: exactly(value.fromSheet) })
      await tap(field.locator('.dfv-choose'), row)
      await row.click()
      await sheet.waitFor({ state: 'detached' })
    }
  }
}
const exactly = (words) => new RegExp(`^\\s*${words}\\s*$`)

/** Looks the answers over and hands the record in; ends on a receipt that says it has arrived. */
export async function handIn(page) {
  const submit = page.getByRole('button', { name: '提交', exact: true })
  await tap(page.getByRole('button', { name: '下一步：核对' }), submit)
  await tap(submit, pageWith(page, '回执号').getByText('已收到').last())
}
