import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { BROWSERS } from "./scripts/browsers.mjs";

export default defineConfig({
  plugins: [react()],
  build: {
    // scripts/check-size.mjs reads from it which files each route needs
    manifest: true,
    target: BROWSERS,
    // the Content-Security-Policy allows no data: URLs for fonts
    assetsInlineLimit: 0,
    // all styles together are smaller than one more round trip
    cssCodeSplit: false,
  },
  server: {
    // for `npm run dev` beside a running ./up
    proxy: {
      "/api": process.env["TICKETING_URL"] ?? "http://localhost:8080",
      "/_stand-in": process.env["TICKETING_URL"] ?? "http://localhost:8080",
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    css: false,
    // only a failing test takes this long; a busy machine may need most of it
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ["default", ["junit", { outputFile: "target/surefire-reports/TEST-client.xml" }]],
  },
});
