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
    ["too-many-listings", 1, "You've listed a lot of tickets. Try again in 1 minute."],
    ["too-many-listings", 61, "You've listed a lot of tickets. Try again in 2 minutes."],
    ["too-many-payment-attempts", 3_600, "Too many payment attempts. Try again in 60 minutes."],
  ])("states the minutes to wait after %s", (code, seconds, text) => {
    expect(explain(new ApiError(429, [{ message: "", code }], undefined, seconds), english)).toBe(text);
  });

  it.each([
    ["too-many-listings", 1, "Du hast sehr viele Tickets eingestellt. Versuche es in 1 Minute noch einmal."],
    ["too-many-payment-attempts", 61, "Zu viele Zahlungsversuche. Versuche es in 2 Minuten noch einmal."],
  ])("states the minutes to wait after %s in German", (code, seconds, text) => {
    expect(explain(new ApiError(429, [{ message: "", code }], undefined, seconds), german)).toBe(text);
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
