export default class FirstPage {
  constructor(options: { home: string })
  apply(compiler: unknown): void
}
