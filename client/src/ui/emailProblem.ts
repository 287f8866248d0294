import type { MessageKey } from "../i18n/en";
import { trim } from "../text/text";

/** Returns why an email address is certainly invalid. The service decides about the rest. */
export function emailProblem(email: string): MessageKey | undefined {
  return /^\S+@\S+$/.test(trim(email)) ? undefined : "error.email-invalid";
}
