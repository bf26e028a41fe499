/**
 * How node runs the server, here and in deploy/Dockerfile: stacks that name our own lines, and 64 MB (twice that is kept) for
 * what a burst of requests throws away; with node's 16 MB a fifth of a storm's processor time goes into sweeping it up.
 */
export const SERVER_FLAGS = ['--enable-source-maps', '--max-semi-space-size=64']
