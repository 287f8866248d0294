/** Matches as the tickets service does: each search term is a prefix of a word of the title, ignoring case. */
export function matches(title: string, q: string): boolean {
  const words = wordsOf(title);
  return wordsOf(q).every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
