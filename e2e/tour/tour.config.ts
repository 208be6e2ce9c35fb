import { defineConfig, devices } from "@playwright/test";
import { browser } from "../browser.ts";

/** Pictures of every page, for eyes and not for tests: into `screenshots` at the root, which is not committed. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/tour",
  workers: 1,
  timeout: 600_000,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: browser(),
    actionTimeout: 20_000,
    timezoneId: "Europe/Berlin",
    locale: "en-US",
    contextOptions: { reducedMotion: "reduce" },
  },
});
