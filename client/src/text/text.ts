// The same definitions as the services' package com.ticketing.common.text; the tests of both run text-vectors.json.

/** Invisible letters and symbols: fillers of Hangul and of hieroglyphs, an empty braille cell, a null note. */
export const BLANKS = "\\u115F\\u1160\\u2800\\u3164\\uFFA0\\u{13441}\\u{13442}\\u{1D159}";

/** The white space of Unicode, and zero-width spaces. */
const SPACES = new Set(
  "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A" +
    "\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF",
);
const VISIBLE = new RegExp(`(?![${BLANKS}])[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Co}]`, "u");

/** Controls, line separators, incomplete surrogate pairs and text direction controls. */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Returns whether at least one character of the text is visible; a combining mark needs a base character. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Returns whether the text has characters that change the lines or the direction of the text around it. */
export function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

export function codePoints(text: string): string[] {
  return Array.from(text);
}

/** Returns the length in code points. */
export function lengthOf(text: string): number {
  return codePoints(text).length;
}

/** Returns at most the given number of code points. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : codePoints(text).slice(0, length).join("");
}

/** Removes white space and zero-width spaces at both ends. Reads no character between them. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.has(text.charAt(start))) {
    start++;
  }
  while (start < end && SPACES.has(text.charAt(end - 1))) {
    end--;
  }
  return text.slice(start, end);
}
