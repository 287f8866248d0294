import { en, type MessageKey } from "./en";

/** A stable code of an error for which the page has a translation, for example `ticket-reserved`. */
export type ErrorCode = MessageKey extends infer K ? (K extends `error.${infer C}` ? C : never) : never;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(en, `error.${code}`);
}
