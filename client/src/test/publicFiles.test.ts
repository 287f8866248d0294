import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Returns the files of public that a text refers to by their path. */
const filesIn = (text: string) => [...text.matchAll(/"(\/[\w.-]+\.\w+)"/g)].map(([, path]) => path);

it.each(["index.html", "public/manifest.json"])("%s refers only to files that exist", (file) => {
  const paths = filesIn(readFileSync(file, "utf8"));
  expect(paths).toContain("/icon-180.png");
  expect(paths.filter((path) => !existsSync(`public${path}`))).toEqual([]);
});
