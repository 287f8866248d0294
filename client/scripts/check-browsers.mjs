// Fails if the built page contains syntax or functions that the supported browsers do not have.
import { readdirSync, readFileSync } from "node:fs";
import { problemsIn } from "./newer.mjs";

const dist = new URL("../dist/", import.meta.url);
for (const file of readdirSync(dist, { recursive: true }).filter((name) => /\.(css|js)$/.test(name))) {
  for (const problem of problemsIn(file, readFileSync(new URL(file, dist), "utf8"))) {
    console.error(`dist/${file}: ${problem} for the browsers in scripts/browsers.mjs`);
    process.exitCode = 1;
  }
}
