// Prints the parser's errors and warnings about an AsyncAPI file.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const WARNING = 1;
const { diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
for (const { severity, path, code, message } of diagnostics.filter((found) => found.severity <= WARNING)) {
  console.log(`${severity === WARNING ? "warning" : "error"} ${path.join(".")}: ${message} (${code})`);
}
