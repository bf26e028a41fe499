/** Calls back as WeChat does, and answers a promise for whoever wants one. */
export function succeed(options, result = {}) {
  const answer = { errMsg: 'ok', ...result }
  options?.success?.(answer)
  options?.complete?.(answer)
  return Promise.resolve(answer)
}
