import { succeed } from './succeed.mjs'

/**
 * WeChat's privacy check, as documented: a private call of a user who has not decided waits for the listener's answer; a
 * consent counts only when the button it names was tapped; without a listener WeChat asks itself.
 * @param {{ needAuthorization?: boolean, contract?: string, official?: 'agree' | 'refuse' }} privacy
 */
export function privacyGate(privacy, calls) {
  const tapped = new Set()
  const events = []
  let listener
  const fail = (name, options, errno) =>
    options?.fail?.({ errMsg: `${name}:fail privacy permission is not authorized`, errno })
  const pass = (name, options, call) => {
    if (!privacy.needAuthorization) return call()
    if (!listener) {
      if (privacy.official === 'agree') {
        privacy.needAuthorization = false
        return call()
      }
      return fail(name, options, 104)
    }
    const answer = ({ event, buttonId }) => {
      events.push(event)
      if (event === 'disagree') fail(name, options, 101102)
      else if (event === 'agree') {
        if (!tapped.has(buttonId)) throw new Error(`${buttonId} was not tapped`)
        privacy.needAuthorization = false
        call()
      }
    }
    listener(answer, { referrer: name })
  }
  return {
    events,
    /** The user taps a native button of this id. */
    tapAgree: (buttonId) => tapped.add(buttonId),
    /** A private interface: callbacks, and a promise for whoever wants one. */
    guarded: (name, call) => (options) =>
      new Promise((resolve, reject) => {
        const both = {
          ...options,
          fail: (error) => {
            options?.fail?.(error)
            reject(error)
          },
        }
        pass(name, both, () => resolve(call(options)))
      }).catch((error) => {
        if (!options?.fail) throw error
      }),
    api: {
      getPrivacySetting: (options) =>
        succeed(options, {
          needAuthorization: privacy.needAuthorization === true,
          privacyContractName: privacy.contract ?? '《隐私保护指引》',
        }),
      onNeedPrivacyAuthorization: (given) => {
        listener = given
      },
      requirePrivacyAuthorize(options) {
        calls.push(['asked for privacy', options])
        pass('requirePrivacyAuthorize', options, () => succeed(options))
      },
    },
  }
}
