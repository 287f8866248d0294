// Compresses assets once at the highest level, so that no server has to compress them per request.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const assets = new URL("../dist/assets/", import.meta.url);
for (const name of readdirSync(assets).filter((file) => /\.(css|js)$/.test(file))) {
  const content = readFileSync(new URL(name, assets));
  writeFileSync(new URL(`${name}.gz`, assets), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(
    new URL(`${name}.br`, assets),
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  );
}
