export const BROWSERS: string[];
export function problemsIn(file: string, text: string): string[];
