// Fails if the list, the first page that visitors see, needs more JavaScript than the limit.
import { readFileSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 150_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** Returns the files of a chunk and of its static imports. */
function filesOf(key, found = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined) {
    throw new Error(`The build contains no ${key}`);
  }
  if (!found.has(chunk.file)) {
    found.add(chunk.file);
    chunk.imports?.forEach((imported) => filesOf(imported, found));
  }
  return found;
}

function gzipped(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB gzip`;
const first = filesOf("index.html");
const size = gzipped([...first]);
console.log(`JavaScript of the list: ${kilobytes(size)}, at most ${kilobytes(LIMIT)}`);
for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isDynamicEntry) {
    console.log(`  more for ${key}: ${kilobytes(gzipped([...filesOf(key)].filter((file) => !first.has(file))))}`);
  }
}
// only this script needs the manifest, so it is not served
rmSync(new URL(".vite", dist), { recursive: true });
if (size > LIMIT) {
  console.error(
    `The list needs ${kilobytes(size)} of JavaScript, more than ${kilobytes(LIMIT)}: load some of it on demand.`,
  );
  process.exitCode = 1;
}
