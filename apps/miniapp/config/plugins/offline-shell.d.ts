declare const OfflineShell: new () => { apply(compiler: unknown): void }
export default OfflineShell
