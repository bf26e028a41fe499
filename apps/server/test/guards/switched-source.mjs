// Turns a guard into one that can be weakened while the server runs: every condition becomes a choice between what stands
// in the file and a change of it. Which one is in force says `globalThis.__guards`, set up by switch.ts.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import swc from '@swc/core'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
/** Every condition of these is changed; of the other modules, only those that refuse. */
const GUARDS = [
  'src/platform/auth/access.guard.ts',
  'src/platform/auth/area-scope.ts',
  'src/platform/auth/bearer.ts',
  'src/modules/accounts/session-actor-source.ts',
  'src/modules/registers/file-access.ts',
  'src/modules/scoring/readable-area.ts',
  'src/modules/records/record-replay.ts',
]
const REFUSAL =
  /^\{?\s*(return (undefined|false)|throw (notFound\(\)|new DomainError\('(NOT_FOUND|FORBIDDEN|SIGN_IN_REQUIRED|APPOINTMENT_NOT_YOURS|RECORD_CONFLICT|ATTACHMENT_CONFLICT|ACCOUNT_OUT_OF_SCOPE|EXPORT_NAMES_NOT_YOURS)'))/
const WIDER = { '<': '<=', '>': '>=' }

/** @returns the source of a file with its guards as choices; whatever else it is handed, as it is */
export function switched(source, file) {
  const name = path.relative(ROOT, file)
  const isGuard = GUARDS.includes(name)
  const mayRefuse =
    /^src\/(modules|platform)\//.test(name) && !name.includes('.spec.') && source.includes('throw ')
  if (!isGuard && !mayRefuse) return source
  const bytes = Buffer.from(source)
  const text = (from, to) => bytes.toString('utf8', from, to)
  const points = []
  // What is true opens a door where it grants, and closes one where it refuses: only what opens more is tried.
  const visit = (node, within = '', isRefusal = false) => {
    if (node === null || typeof node !== 'object') return
    const place = nameOf(node) ?? within
    const point = (weakening) => points.push({ ...placed(weakening.at), become: weakening.become, place })
    if (node.type === 'IfStatement') {
      const refuses = REFUSAL.test(textOf(node.consequent, text))
      if (isGuard || refuses) point({ at: node.test, become: [refuses ? 'false' : 'true'] })
      visit(node.test, place, refuses)
      visit(node.consequent, place)
      visit(node.alternate, place)
      return
    }
    if (isGuard && node.type === 'BinaryExpression') {
      const become = weaker(node, isRefusal, text)
      if (become.length > 0) point({ at: node, become })
    }
    const inner = node.type === 'UnaryExpression' && node.operator === '!' ? !isRefusal : isRefusal
    for (const [key, child] of Object.entries(node)) if (key !== 'span') visit(child, place, inner)
  }
  visit(swc.parseSync(source, { syntax: 'typescript', decorators: true, target: 'es2022' }))
  return points.length === 0 ? source : written({ name, points, text, names: new Map() }, 0, bytes.length, [])
}

/** The text between two places, every point in it a choice; what lies inside a point is a choice within its choice. */
function written(file, from, to, done) {
  const { points, text } = file
  const inside = points.filter((one) => !done.includes(one) && one.from >= from && one.to <= to)
  const isAround = (other, one) =>
    other !== one &&
    other.from <= one.from &&
    other.to >= one.to &&
    (other.to - other.from > one.to - one.from || inside.indexOf(other) < inside.indexOf(one))
  const outer = inside.filter((one) => !inside.some((other) => isAround(other, one)))
  let at = from
  let result = ''
  for (const point of outer.sort((a, b) => a.from - b.from)) {
    result += text(at, point.from) + choiceOf(file, point, [...done, point])
    at = point.to
  }
  return result + text(at, to)
}

function choiceOf(file, point, done) {
  const was = oneLine(file.text(point.from, point.to))
  let choice = `(${written(file, point.from, point.to, done)})`
  for (const become of point.become) {
    const id = JSON.stringify(changeName(file, `${point.place}()  ${was}  →  ${oneLine(become)}`))
    choice = `(globalThis.__guards.is(${id}) ? (${become}) : ${choice})`
  }
  return choice
}

/** By the function it stands in, so that a name stays when lines move; of several alike the later ones are numbered. */
function changeName({ name, names }, change) {
  const nth = (names.get(change) ?? 0) + 1
  names.set(change, nth)
  return `${name} ${change}${nth === 1 ? '' : ` (${nth})`}`
}

/** @returns what the function is called that a node is */
function nameOf(node) {
  if (node.type === 'Constructor') return 'constructor'
  if (node.type === 'ClassMethod' || node.type === 'PrivateMethod')
    return node.key.value ?? node.key.id?.value
  if (node.type === 'FunctionDeclaration') return node.identifier.value
  const isNamed = node.type === 'VariableDeclarator' && node.init?.type === 'ArrowFunctionExpression'
  return isNamed ? node.id.value : undefined
}

const oneLine = (text) => text.replace(/\s+/g, ' ').slice(0, 120)

const placed = ({ span }) => ({ from: span.start - 1, to: span.end - 1 })
const textOf = ({ span }, text) => text(span.start - 1, span.end - 1)

/** @returns conditions that hold more often, or that refuse less often */
function weaker(node, isRefusal, text) {
  if (node.operator === (isRefusal ? '||' : '&&')) return [textOf(node.left, text), textOf(node.right, text)]
  const wider = isRefusal ? undefined : WIDER[node.operator]
  return wider === undefined ? [] : [`${textOf(node.left, text)} ${wider} ${textOf(node.right, text)}`]
}
