/** The server's API as a program sees it: to look at what really happened. */
export function createApi(base) {
  const call = async (method, path, { token, appointment, body } = {}) => {
    const answer = await fetch(`${base}/api${path}`, {
      method,
      headers: {
        'X-Client': 'weapp',
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(appointment && { 'X-Appointment': appointment }),
      },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    const parsed = text === '' ? null : JSON.parse(text)
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return parsed
  }
  return {
    get: (path) => call('GET', path),
    /** Somebody of the demonstration, by his name. */
    async as(name) {
      const { items } = await call('GET', '/demo/accounts')
      const account = items.find((one) => one.name === name)
      const session = await call('POST', '/demo/session', { body: { accountId: account.accountId } })
      const how = { token: session.accessToken, appointment: session.appointments[0]?.id }
      return {
        session,
        get: (path) => call('GET', path, how),
        /** A file, as it would be looked at. */
        async bytes(path) {
          const answer = await fetch(`${base}/api${path}`, {
            headers: { Authorization: `Bearer ${how.token}`, 'X-Appointment': how.appointment },
          })
          if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`)
          return Buffer.from(await answer.arrayBuffer())
        },
        post: (path, body = {}) => call('POST', path, { ...how, body }),
        remove: (path) => call('DELETE', path, how),
      }
    },
  }
}
