/** A browser asks by itself, when a file is chosen. */
export const PrivacyAsk = () => null
