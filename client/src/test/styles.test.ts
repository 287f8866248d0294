import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).map((file) => join("src", file));
const sources = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

function classesIn(css: string): string[] {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/\.([a-zA-Z][\w-]*)(?=[^;{}]*\{)/g);
  return [...new Set([...selectors].map(([, name]) => name ?? ""))];
}

/** The text of the modules that import these styles, with each local name for them replaced by `styles`. */
function usersOf(module: string): string {
  return sources
    .flatMap(({ path, text }) =>
      [...text.matchAll(/import (\w+) from "(.+\.module\.css)";/g)]
        .filter(([, , imported]) => join(dirname(path), imported ?? "") === module)
        .map(([, name]) => text.replaceAll(new RegExp(`\\b${name}([.[])`, "g"), "«styles»$1")),
    )
    .join("\n");
}

describe.each(files.filter((file) => file.endsWith(".module.css")))("%s", (module) => {
  const defined = classesIn(readFileSync(module, "utf8"));
  const users = usersOf(module);
  const used = [...new Set([...users.matchAll(/«styles»\.(\w+)/g)].map(([, name]) => name ?? ""))];

  it("defines every class that is used", () => {
    expect(used.filter((name) => !defined.includes(name))).toEqual([]);
  });

  it("defines no class that is not used", () => {
    // names that a property chooses, such as the tone of a badge, are literals of its type
    const chosen = (name: string) => users.includes("«styles»[") && users.includes(`"${name}"`);
    expect(defined.filter((name) => !used.includes(name) && !chosen(name))).toEqual([]);
  });
});

it.each(files.filter((file) => /^src.styles.*css$/.test(file)))(
  "%s styles elements only, as its classes would be global",
  (path) => {
    expect(classesIn(readFileSync(path, "utf8"))).toEqual([]);
  },
);

it("has one element that sticks to the lower edge, as a second one would cover it", () => {
  const sticking = files
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/([^{}]+)\{([^{}]*)\}/g)])
    .filter(([, , body = ""]) => /position:\s*(sticky|fixed)/.test(body) && /inset-block-end/.test(body));
  expect(sticking.map(([, selector = ""]) => selector.trim().split("\n").at(-1))).toEqual([".bottom"]);
});

it("clips headings and isolated texts only, as other elements have outlines that show beyond their edges", () => {
  const rules = files
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8")
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .matchAll(/([^{};]+)\{([^{}]*)\}/g),
    ])
    .filter(([, , body]) => /overflow(-x)?:\s*clip/.test(body ?? ""));
  const selectors = rules.flatMap(([, selector = ""]) => selector.split(",").map((each) => each.trim()));
  expect(selectors).toEqual(["h1", "h2", "h3", "bdi"]);
});
