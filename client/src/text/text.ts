// The same definitions as the services' package com.ticketing.common.text; both run text-vectors.json.

/** Letters and symbols that show nothing: fillers of Hangul and of hieroglyphs, an empty braille cell, a null note. */
export const BLANKS = "\\u115F\\u1160\\u2800\\u3164\\uFFA0\\u{13441}\\u{13442}\\u{1D159}";

const SPACE = "\\p{White_Space}\\u200B\\u2060\\uFEFF";
const VISIBLE = new RegExp(`(?![${BLANKS}])[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Co}]`, "u");
const ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");

/** Controls, line separators, incomplete surrogate pairs and the controls of text direction. */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Returns whether at least one character of the text shows; a combining mark needs one that it combines with. */
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

/** Returns at most so many code points. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : codePoints(text).slice(0, length).join("");
}

/** Removes white space and zero-width spaces at both ends. */
export function trim(text: string): string {
  return text.replace(ENDS, "");
}
