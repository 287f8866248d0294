import { ESLint } from "eslint";
import { readFileSync } from "node:fs";
import tseslint from "typescript-eslint";
import { expect, it } from "vitest";
import { boundaries } from "../../eslint.boundaries.js";

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ["**/*.{ts,tsx}"], languageOptions: { parser: tseslint.parser } }, boundaries] as never,
});

/** The rules that a file breaks once this import is added to it. */
async function brokenBy(file: string, planted: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${planted}\n${readFileSync(file, "utf8")}`, { filePath: file });
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId))];
}

const PATHS = "import-x/no-restricted-paths";
const CYCLE = "import-x/no-cycle";

it.each([
  ["src/orders/OrdersPage.tsx", 'import "../live/stream";', [PATHS]],
  ["src/orders/OrdersPage.tsx", 'export const planted = () => import("../payments/TestCardForm");', [PATHS]],
  ["src/app/routes.tsx", 'import "../tickets/SellPage";', [PATHS]],
  ["src/account/Devices.tsx", 'import "../admin";', [PATHS]],
  ["src/payments/RefundDialog.tsx", 'import type { Planted } from "../session";', [PATHS]],
  ["src/api/errors.ts", 'import "../ui/theme";', [PATHS]],
  ["src/ui/Badge.tsx", 'import "../live";', [PATHS]],
  ["src/i18n/translate.ts", 'import "../app/Footer";', [PATHS]],
  ["src/payments/PaymentStatus.tsx", 'import "./PaymentForm";', [CYCLE]],
  ["src/payments/usePayment.ts", 'import "./StripeCardForm";', [CYCLE]],
])("%s must not contain %s", async (file, planted, broken) => {
  expect(await brokenBy(file, planted)).toEqual(broken);
});

it.each(["src/orders/OrdersPage.tsx", "src/app/routes.tsx", "src/payments/PaymentForm.tsx"])(
  "%s breaks no rule as it is",
  async (file) => {
    expect(await brokenBy(file, "")).toEqual([]);
  },
);
