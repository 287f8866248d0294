// Generates the types of requests and responses from the OpenAPI descriptions; with --check, fails if they are out of date.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const descriptions = new URL("../../docs/openapi/", import.meta.url);
const generated = new URL("../src/api/generated/", import.meta.url);
const check = process.argv.includes("--check");
const services = readdirSync(descriptions)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(/\.json$/, ""))
  .sort();

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function generate(name, source, types) {
  const text = `// From ${source} by \`npm run types\`.\n\n${types}`;
  const file = new URL(`${name}.ts`, generated);
  if (!check) {
    writeFileSync(file, text);
  } else if (read(file) !== text) {
    console.error(`src/api/generated/${name}.ts is out of date with ${source}: run npm run types`);
    process.exitCode = 1;
  }
}

mkdirSync(generated, { recursive: true });
for (const service of services) {
  const description = JSON.parse(readFileSync(new URL(`${service}.json`, descriptions), "utf8"));
  generate(service, `docs/openapi/${service}.json`, astToString(await openapiTS(description)));
}
const imports = services.map((service) => `import type { paths as ${service} } from "./${service}";\n`).join("");
generate("paths", "docs/openapi", `${imports}\nexport type Paths = ${services.join(" & ")};\n`);
