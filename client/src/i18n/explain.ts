import { ApiError, type ErrorItem, NetworkError } from "../api/errors";
import type { MessageKey } from "./en";
import { isErrorCode } from "./errorCodes";
import type { Translate } from "./translate";
import { waitText } from "./wait";

/** Assumed when a service limits requests without a Retry-After header. */
const DEFAULT_WAIT_SECONDS = 60;

/** Returns what happened and what to do about it, in the language of the page. */
export function explain(error: unknown, t: Translate): string {
  if (error instanceof NetworkError) {
    return t("failure.offline");
  }
  if (!(error instanceof ApiError)) {
    return t("failure.unknown");
  }
  return error.items.length === 0 ? translate(undefined, error, t) : explainItems(error.items, error, t);
}

/** Returns the explanation of the errors of one form field, if there are any. */
export function explainField(error: unknown, field: string, t: Translate): string | undefined {
  if (!(error instanceof ApiError)) {
    return undefined;
  }
  const items = error.items.filter((item) => item.field === field);
  return items.length === 0 ? undefined : explainItems(items, error, t);
}

/** Returns the explanation of an error unless every part of it is shown at one of these fields. */
export function explainRest(error: unknown, fields: readonly string[], t: Translate): string | undefined {
  if (
    error instanceof ApiError &&
    error.items.length > 0 &&
    error.items.every((item) => fields.includes(item.field ?? ""))
  ) {
    return undefined;
  }
  return explain(error, t);
}

function explainItems(items: readonly ErrorItem[], error: ApiError, t: Translate): string {
  return [...new Set(items.map((item) => translate(item.code, error, t)))].join(" ");
}

/** A service that is newer than this page may send a code without a translation: then the HTTP status decides. */
function translate(code: string | undefined, error: ApiError, t: Translate): string {
  const key = code !== undefined && isErrorCode(code) ? (`error.${code}` as const) : fallbackFor(error.status);
  return t(key, { wait: waitText(error.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS, t) });
}

function fallbackFor(status: number): MessageKey {
  switch (status) {
    case 401:
    case 403:
      return "failure.noPermission";
    case 404:
      return "failure.notFound";
    case 409:
      return "failure.conflict";
    case 429:
      return "failure.wait";
    case 502:
    case 503:
    case 504:
      return "failure.busy";
    default:
      return status >= 500 ? "failure.server" : "failure.unknown";
  }
}
