import { defineConfig, devices } from "@playwright/test";
import { browser } from "./browser.ts";

/** Stories in a real browser against a running stack, whose addresses come from the environment (world/addresses.ts). */
export default defineConfig({
  testDir: "./journeys",
  outputDir: "./test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Longer than anything takes on a machine half as fast as one expects: only what never comes waits so long.
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    launchOptions: browser(),
    // What was done, said and asked for; pictures of every step cost a third of the machine, `--trace on` takes them.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    timezoneId: "Europe/Berlin",
    locale: "en-US",
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
      grep: /@phone/, // the rest does not depend on the width
    },
  ],
});
