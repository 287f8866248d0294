import { describe, expect, it } from "vitest";
import { ApiError, NetworkError } from "../api/errors";
import { de } from "./de";
import { en } from "./en";
import { explain, explainField, explainRest } from "./explain";
import { translator } from "./translate";

const english = translator(en, "en");
const german = translator(de, "de");
const rejected = (status: number, code?: string, field?: string) =>
  new ApiError(status, [
    { message: "Not for people", ...(code !== undefined && { code }), ...(field !== undefined && { field }) },
  ]);

describe("the explanation of an error", () => {
  it("is the translation of its code", () => {
    expect(explain(rejected(400, "card-declined"), english)).toBe(en["error.card-declined"]);
    expect(explain(rejected(400, "card-declined"), german)).toBe(de["error.card-declined"]);
  });

  it.each([
    [400, en["failure.unknown"]],
    [401, en["failure.noPermission"]],
    [403, en["failure.noPermission"]],
    [404, en["failure.notFound"]],
    [409, en["failure.conflict"]],
    [429, "Too many attempts. Try again in 60 seconds."],
    [500, en["failure.server"]],
    [503, en["failure.busy"]],
  ])("follows the status %s when the code is unknown or missing", (status, text) => {
    expect(explain(rejected(status, "made-up-tomorrow"), english)).toBe(text);
    expect(explain(rejected(status), english)).toBe(text);
    expect(explain(new ApiError(status, []), english)).toBe(text);
  });

  it.each(["toString", "__proto__", "", "ticket-reserved.text"])("takes %j for an unknown code", (code) => {
    expect(explain(rejected(400, code), english)).toBe(en["failure.unknown"]);
  });

  it("states how long to wait", () => {
    const items = [{ message: "Slow down", code: "too-many-attempts" }];
    expect(explain(new ApiError(429, items, undefined, 1), english)).toBe("Too many attempts. Try again in 1 second.");
    expect(explain(new ApiError(429, items, undefined, 8), german)).toBe(
      "Zu viele Versuche. Versuche es in 8 Sekunden noch einmal.",
    );
  });

  it.each([
    [
      "too-many-requests",
      121,
      "Too many attempts. Try again in 3 minutes.",
      "Zu viele Versuche. Versuche es in 3 Minuten noch einmal.",
    ],
    [
      "too-many-listings",
      1,
      "You've listed a lot of tickets. Try again in 1 second.",
      "Du hast sehr viele Tickets eingestellt. Versuche es in 1 Sekunde noch einmal.",
    ],
    [
      "too-many-deliveries",
      3_600,
      "You've saved a lot of deliveries. Try again in 60 minutes.",
      "Du hast sehr viele Lieferungen gespeichert. Versuche es in 60 Minuten noch einmal.",
    ],
    [
      "too-many-payment-attempts",
      86_400,
      "Too many payment attempts. Try again in 24 hours.",
      "Zu viele Zahlungsversuche. Versuche es in 24 Stunden noch einmal.",
    ],
    [
      "held-recently",
      60,
      "Your hold on this ticket has just ended, so other buyers go first. Try again in 60 seconds.",
      "Du hattest dieses Ticket gerade erst reserviert, deshalb sind zuerst andere an der Reihe. Versuche es in 60 Sekunden noch einmal.",
    ],
  ])("states the wait after %s in a unit that suits %i seconds", (code, seconds, englishText, germanText) => {
    const error = new ApiError(429, [{ message: "", code }], undefined, seconds);
    expect(explain(error, english)).toBe(englishText);
    expect(explain(error, german)).toBe(germanText);
  });

  it("names a lost connection", () => {
    expect(explain(new NetworkError(new TypeError("Failed to fetch")), english)).toBe(en["failure.offline"]);
  });

  it("contains each text once", () => {
    const items = [1, 2].map(() => ({ message: "Too long", code: "title-too-long" }));
    expect(explain(new ApiError(400, items), english)).toBe(en["error.title-too-long"]);
  });
});

describe("the errors of a form", () => {
  const error = new ApiError(400, [
    { message: "Required", field: "title", code: "title-missing" },
    { message: "Too low", field: "price", code: "price-too-low" },
  ]);

  it("are explained at their fields", () => {
    expect(explainField(error, "title", german)).toBe(de["error.title-missing"]);
    expect(explainField(error, "venue", german)).toBeUndefined();
  });

  it("are explained beside the fields where a field is not shown", () => {
    expect(explainRest(error, ["title", "price"], english)).toBeUndefined();
    expect(explainRest(error, ["title"], english)).toBe(`${en["error.title-missing"]} ${en["error.price-too-low"]}`);
  });
});
