import type { MessageKey } from "../i18n/en";

const SHORTEST = 8;
const LONGEST_BYTES = 72;

/** Returns why the service would reject a new password, if it would. */
export function passwordProblem(password: string): MessageKey | undefined {
  if (password.length < SHORTEST) {
    return "error.password-too-short";
  }
  return new TextEncoder().encode(password).length > LONGEST_BYTES ? "error.password-too-long" : undefined;
}
