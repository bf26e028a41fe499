/** The build's own facts. Every value of the environment is read here, so that one that is missing fails the build's test. */
export const isWeapp = process.env.TARO_ENV === 'weapp'
export const clientKind: 'weapp' | 'h5' = isWeapp ? 'weapp' : 'h5'

/** The H5 app calls the origin that served it; the mini-program calls the one it was built for. */
export const apiOrigin: string = isWeapp ? process.env.TARO_APP_API : ''
