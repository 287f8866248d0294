import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { isErrorCode } from "./errorCodes";

interface Description {
  components: { schemas: Record<string, { properties?: Record<string, { enum?: string[] }> }> };
}

const DESCRIPTIONS = "../docs/openapi";
const SERVICES = readdirSync(DESCRIPTIONS)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(/\.json$/, ""));

/** The gateway has no API description: GatewayErrorTest of host requires a row of this page for each of its codes. */
function gatewayCodes(): string[] {
  const [, section = ""] = readFileSync("../docs/errors.md", "utf8").split("\n## Gateway\n");
  return [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code = ""]) => code);
}

function describedCodes({ components }: Description): string[] {
  return components.schemas["ErrorItem"]?.properties?.["code"]?.enum ?? [];
}

function untranslated(codes: readonly string[]): string[] {
  return codes.filter((code) => !isErrorCode(code));
}

function read(service: string): Description {
  return JSON.parse(readFileSync(`${DESCRIPTIONS}/${service}.json`, "utf8")) as Description;
}

function codesOf(service: string): string[] {
  return describedCodes(read(service));
}

describe("the translations of error codes", () => {
  it.each(SERVICES)("cover every code that %s sends", (service) => {
    expect(codesOf(service)).not.toEqual([]);
    expect(untranslated(codesOf(service))).toEqual([]);
  });

  it("cover every code that only the gateway sends", () => {
    expect(gatewayCodes()).toContain("bad-gateway");
    expect(untranslated(gatewayCodes())).toEqual([]);
  });

  it("contain no code that is never sent", () => {
    const sent = new Set([...SERVICES.flatMap(codesOf), ...gatewayCodes()]);
    const translated = Object.keys(en)
      .filter((key) => key.startsWith("error."))
      .map((key) => key.slice("error.".length));
    expect(translated.filter((code) => !sent.has(code))).toEqual([]);
  });

  it("are reported as missing when a description lists a new code", () => {
    const description = read("orders");
    const planted: Description = {
      components: {
        schemas: {
          ...description.components.schemas,
          ErrorItem: { properties: { code: { enum: ["ticket-reserved", "ticket-on-the-moon"] } } },
        },
      },
    };
    expect(untranslated(describedCodes(planted))).toEqual(["ticket-on-the-moon"]);
  });
});
