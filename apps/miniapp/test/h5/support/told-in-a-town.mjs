import { after, before, describe } from 'node:test'
import { createApi } from './api.mjs'
import { openBrowser } from './browser.mjs'
import { startTown } from './start-town.mjs'

/**
 * Stories told one after another in a town of their own, with its own database, server and browser: those of another town
 * can be told meanwhile.
 * @param {string} name of the town's database and folder
 * @param {((world: object) => void)[]} stories
 */
export function toldInATown(title, name, stories) {
  describe(title, () => {
    const world = {}
    let town

    before(
      async () => {
        town = await startTown({ name })
        world.town = town
        world.base = town.address
        world.api = createApi(world.base)
        world.browser = await openBrowser()
      },
      { timeout: 900_000 },
    )
    after(async () => {
      await world.browser?.close()
      await town?.stop()
    })

    for (const story of stories) story(world)
  })
}
