export function problemsIn(file: string, text: string): string[];
