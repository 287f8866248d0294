import type { MessageKey } from "../i18n/en";
import { lengthOf } from "../text/text";

const SHORTEST = 8;
const LONGEST_BYTES = 72;

/** Returns why the service would reject a new password, if it would; of RFC 8265 it applies what changes the length. */
export function passwordProblem(password: string): MessageKey | undefined {
  const prepared = password.replace(/\p{Zs}/gu, " ").normalize("NFC");
  if (lengthOf(prepared) < SHORTEST) {
    return "error.password-too-short";
  }
  return new TextEncoder().encode(prepared).length > LONGEST_BYTES ? "error.password-too-long" : undefined;
}
