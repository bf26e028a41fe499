/** The address of a page in a browser, as a printed code carries it. What stands after # is sent to no server. */
export const browserAddress = (page: string): string => `${window.location.origin}/#${page}`
