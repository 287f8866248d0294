import { fold } from "./folding";
import { codePoints, isVisible, shortened, trim } from "./text";

/** The maximum length of a token, in code points. A longer term is compared up to it. */
const LENGTH = 24;

/** More than titles have in practice. */
const MOST = 256;

const WITHOUT_SPACES =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}" +
  "\\p{Script=Yi}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}" +
  "\\p{Script=Tai_Le}\\p{Script=New_Tai_Lue}\\p{Script=Tai_Tham}\\p{Script=Tai_Viet}\\p{Script=Javanese}" +
  "\\p{Script=Balinese}]";

/** One character of a script without spaces, with its marks and the sign for a long vowel; or adjacent others. */
const PARTS = new RegExp(
  `(?=[\\p{L}\\p{N}])${WITHOUT_SPACES}[\\p{M}\\u30FC]*|(?:(?!${WITHOUT_SPACES})[\\p{L}\\p{N}\\p{M}])+`,
  "gu",
);
const SYMBOLS = /[\p{P}\p{S}\p{Co}]+/gu;
const LETTERS = /[\p{L}\p{N}\p{M}]+/gu;

/** The signs that distinguish C++ and C# from other words. */
const SIGNS = /(?<=[\p{L}\p{N}\p{M}])[+#]+$/gu;

/** A word of a search without punctuation, and the parts that punctuation separates. */
interface SearchTerm {
  word: string;
  parts: string[];
}

/**
 * Matches as the tickets service does: the title has a search token that starts with each term, or with each of its
 * parts.
 */
export function matches(title: string, q: string): boolean {
  const tokens = searchTokens(title);
  const has = (start: string) => tokens.some((token) => token.startsWith(start));
  return searchTerms(q).every(({ word, parts }) => has(word) || (parts.length > 1 && parts.every(has)));
}

/**
 * Splits a text into its search tokens. A word has one token per part of it: the rest of the word from there on,
 * without punctuation. Adjacent symbols have tokens likewise.
 */
export function searchTokens(text: string): string[] {
  const tokens = wordsOf(text).flatMap((word) => [
    ...rests(all(word, PARTS)),
    ...all(word, SYMBOLS).flatMap((symbols) => rests(codePoints(symbols))),
  ]);
  return [...new Set(tokens)].slice(0, MOST);
}

/** A noncharacter of Unicode, which no token contains. */
const NOT_IN_TEXT = "\uFFFF";

/**
 * Returns the terms of a search, none if it is blank. Punctuation and symbols are terms only if there is nothing else,
 * except for plus and number signs at the end of a word.
 */
function searchTerms(q: string): SearchTerm[] {
  if (trim(q) === "") {
    return [];
  }
  if (!isVisible(q)) {
    return [whole(NOT_IN_TEXT)];
  }
  const words = wordsOf(q);
  for (const terms of [words.flatMap(ofLettersAndSigns), words.map((word) => whole(all(word, SYMBOLS).join("")))]) {
    const found = terms.filter(({ word }) => word !== "");
    if (found.length > 0) {
      return found;
    }
  }
  // all characters are left out by folding, so that the search finds nothing
  return [whole(NOT_IN_TEXT)];
}

function ofLettersAndSigns(text: string): SearchTerm[] {
  return [ofLetters(text), ...all(text, SIGNS).map(whole)];
}

function ofLetters(text: string): SearchTerm {
  const parts = all(text, LETTERS).map((part) => shortened(part, LENGTH));
  return { word: shortened(parts.join(""), LENGTH), parts };
}

function whole(text: string): SearchTerm {
  const word = shortened(text, LENGTH);
  return { word, parts: [word] };
}

function wordsOf(text: string): string[] {
  return text
    .split(/\p{White_Space}+/u)
    .filter((word) => word !== "")
    .map(fold);
}

function all(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

function rests(parts: string[]): string[] {
  return parts.reduceRight<string[]>((later, part) => [shortened(part + (later[0] ?? ""), LENGTH), ...later], []);
}
