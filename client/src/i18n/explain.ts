import { ApiError, NetworkError } from "../api/errors";
import type { MessageKey } from "./en";
import type { Translate } from "./translate";

/** What the services say, and what a person reads for it. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  "Invalid credentials": "error.credentials",
  "Email in use": "error.emailInUse",
  "Email must be valid": "field.email.invalid",
  "You must supply a password": "field.required",
  "You must supply the current password": "field.required",
  "Title is required": "field.required",
  "Title must have at most 200 characters": "field.title.long",
  "Ticket is already reserved": "error.reserved",
  "Cannot edit a reserved ticket": "error.editReserved",
  "Cannot cancel a paid order": "error.cancelPaid",
  "Cannot pay for a cancelled order": "error.payCancelled",
  "Cannot pay for an expired order": "error.payExpired",
  "Cannot pay for a refunded order": "error.payRefunded",
  "The order is already paid": "error.alreadyPaid",
  "The payment has not been made": "error.notPaid",
  "Your card was declined.": "error.declined",
  "Your card was declined. This transaction requires authentication.": "error.authentication",
  "Your card has insufficient funds.": "error.funds",
  "Your card has expired.": "error.cardExpired",
  "Your card's security code is incorrect.": "error.cvc",
  "An error occurred while processing your card. Try again in a little bit.": "error.processing",
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.":
    "error.authentication",
  "Account banned": "banned.title",
  "You cannot ban yourself": "error.banSelf",
};

/** Every error says what to do. */
export function explain(error: unknown, t: Translate): string {
  if (error instanceof NetworkError) {
    return t("error.offline");
  }
  if (!(error instanceof ApiError)) {
    return t("error.unknown");
  }
  switch (error.status) {
    case 401:
      return t("error.notYours");
    case 404:
      return t("error.notFound");
    case 429:
      return t("error.wait", { count: error.retryAfterSeconds ?? 60 });
    case 502:
    case 503:
    case 504:
      return t("error.unavailable");
    default:
      return error.status >= 500 ? t("error.server") : said(error, t).join(" ");
  }
}

function said(error: ApiError, t: Translate): string[] {
  return error.items.map((item) => wordsFor(item.message, t));
}

function wordsFor(message: string, t: Translate): string {
  const key = Object.hasOwn(WORDS, message) ? WORDS[message] : undefined;
  return key === undefined ? message : t(key);
}

/** What an error says about one field of a form. */
export function explainField(error: unknown, field: string, t: Translate): string | undefined {
  if (!(error instanceof ApiError)) {
    return undefined;
  }
  const items = error.items.filter((item) => item.field === field);
  return items.length === 0 ? undefined : items.map((item) => wordsFor(item.message, t)).join(" ");
}

/** What is left to say beside the fields. */
export function explainRest(error: unknown, fields: readonly string[], t: Translate): string | undefined {
  if (error instanceof ApiError && error.items.length > 0 && error.items.every((item) => fields.includes(item.field ?? ""))) {
    return undefined;
  }
  return explain(error, t);
}
