/** Why a restore does not go on, in one sentence for the operator. */
export class RestoreError extends Error {}
