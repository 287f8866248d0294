// Generates the types of requests and responses from the OpenAPI descriptions; with --check, fails if they are out of date.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const SERVICES = ["auth", "orders", "payments", "tickets"];
const descriptions = new URL("../../docs/openapi/", import.meta.url);
const generated = new URL("../src/api/generated/", import.meta.url);
const check = process.argv.includes("--check");

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

mkdirSync(generated, { recursive: true });
for (const service of SERVICES) {
  const description = JSON.parse(readFileSync(new URL(`${service}.json`, descriptions), "utf8"));
  const types = `// From docs/openapi/${service}.json by \`npm run types\`.\n\n${astToString(await openapiTS(description))}`;
  const file = new URL(`${service}.ts`, generated);
  if (!check) {
    writeFileSync(file, types);
  } else if (read(file) !== types) {
    console.error(
      `src/api/generated/${service}.ts is out of date with docs/openapi/${service}.json: run npm run types`,
    );
    process.exitCode = 1;
  }
}
