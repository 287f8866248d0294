import { expect, it } from "vitest";
import { anOrder } from "../test/renderPage";
import { hasExpired } from "./hasExpired";
import { statusOf } from "./status";

const expiresAt = "2026-11-24T12:00:00.000Z";

it.each([
  [undefined, false],
  ["2026-11-24T11:50:00.000Z", false],
  ["2026-11-24T11:59:56.000Z", true],
  ["2026-11-24T12:00:01.000Z", true],
])("a hold that ended at %s has expired: %s", (endedAt, expired) => {
  const order = anOrder({ status: "cancelled", expiresAt, ...(endedAt !== undefined && { endedAt }) });
  expect(hasExpired(order)).toBe(expired);
  expect(statusOf(order, Date.parse("2026-11-25T00:00:00Z")).words).toBe(
    expired ? "order.status.expired" : "order.status.cancelled",
  );
});
