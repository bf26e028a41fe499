// What a user does with the app.
import path from 'node:path'
import { until } from '../support/until.mjs'
import { createMiniProgram } from './mini-program.mjs'

export const ROOT = path.resolve(import.meta.dirname, '../../dist/weapp')
const FORM = '/packages-record/form/index?kind=publicity-activity'
const OUTBOX = '/packages-record/outbox/index'
/**
 * Taps until the tap has had its effect: one that comes right after another counts as a shaking hand, and a page that is
 * still drawing may not hear it.
 * @param {() => object | undefined} nodeOf what to tap; undefined while it is not there
 */
export const tapUntil = (page, nodeOf, effect) =>
  until('the effect of a tap', async () => {
    const node = nodeOf()
    if (!effect() && node) await page.tap(node)
    return effect()
  })

export const classed = (page, className) => () => page.findAll(className)[0]
export const saying = (page, className, words) => () =>
  page.findAll(className).find((node) => page.text(node).includes(words))

/** The app on a phone, opened. */
export async function openApp(world) {
  const program = createMiniProgram(ROOT, world)
  await program.launch()
  return program
}

const button = (page, text) => page.findAll('dfv-button').find((node) => page.text(node).includes(text))
export async function tapButton(program, text) {
  const shown = () => `${program.top?.route}: ${program.top?.text()}`
  await program.top.tap(await until(`a button ${text}`, () => button(program.top, text), shown))
}
const arrived = (program, route) => until(`the page ${route}`, () => program.top?.route.includes(route))

/** Opens the form of an activity and fills in what is given. */
export async function fillForm(program, { place, attendance }) {
  const page = await program.open(FORM)
  await until('the form', () => page.findAll('dfv-input').length >= 2)
  const option = page.findAll('dfv-option').find((node) => page.text(node).includes('发放资料'))
  await page.tap(option)
  const [placeInput, attendanceInput] = page.findAll('dfv-input')
  if (place !== undefined) await page.input(placeInput, place)
  if (attendance !== undefined) await page.input(attendanceInput, String(attendance))
  return page
}

/** On from a form that is filled: checks it and submits it. */
export async function submitForm(program) {
  await tapButton(program, '下一步')
  await arrived(program, 'review')
  await tapButton(program, '提交')
  await arrived(program, 'receipt')
}

/** Records an activity at a place, from the empty form to the receipt. */
export async function record(program, place) {
  await fillForm(program, { place, attendance: 35 })
  await submitForm(program)
}

/** The outbox page with these words on it. */
export async function outboxSays(program, words) {
  const page = await program.open(OUTBOX)
  await until(`${words} in the outbox`, () => words.test(page.text()))
  return page
}

export async function signInAs(program, name) {
  const page = await program.open('/packages-account/sign-in/index')
  const row = () => page.findAll('dfv-demo-account').find((node) => page.text(node).includes(name))
  await page.tap(await until(`the account ${name}`, row))
  await arrived(program, 'home')
}

/** Entries of every outbox on the phone, as they are written down. */
export const kept = (storage) =>
  [...storage]
    .filter(([key]) => /:outbox:/.test(key))
    .map(([key, entry]) => ({ owner: key.split(':outbox:')[0], ...entry }))
export const stateAt = (storage, place) => kept(storage).find(({ payload }) => payload.place === place)?.state
