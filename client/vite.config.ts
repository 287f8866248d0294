import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    // names the chunks of each route, for scripts/check-size.mjs
    manifest: true,
    // a data: address would need a hole in the Content-Security-Policy
    assetsInlineLimit: 0,
  },
  server: {
    // `npm run dev` beside a running ./up
    proxy: {
      "/api": process.env["TICKETING_URL"] ?? "http://localhost:8080",
      "/_stand-in": process.env["TICKETING_URL"] ?? "http://localhost:8080",
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    css: false,
    // only a failure takes so long; a busy machine needs a good part of it
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ["default", ["junit", { outputFile: "target/surefire-reports/TEST-client.xml" }]],
  },
});
