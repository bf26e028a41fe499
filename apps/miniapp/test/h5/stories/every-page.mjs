export function everyPage() {}
