declare const ariaComponents: Record<string, Record<string, string>>
export default ariaComponents
