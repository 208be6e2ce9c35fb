import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./src/verify/longest-first.ts";

/**
 * The one configuration of every package's tests. Vitest sets up one PostgreSQL and one stand-in for the whole run; a package's own run
 * adds `--dir .` and sees only its own files.
 */
export default defineConfig({
  root: join(import.meta.dirname, "../.."),
  test: {
    include: ["**/src/**/*.test.{ts,tsx}"],
    // Copies that `pnpm mutate` works on.
    exclude: [...configDefaults.exclude, "**/.stryker-tmp/**"],
    globalSetup: [
      join(import.meta.dirname, "src/postgres/for-tests.ts"),
      join(import.meta.dirname, "src/stand-in/for-tests.ts"),
    ],
    // Left to itself, Vitest would leave one of two cores idle; what waits for a database leaves room for another.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Files in one process share what they import, and nothing else: what a test changes it puts back.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes is waited for as long as the slowest machine takes; only what never comes takes that long.
    expect: { poll: { timeout: 30_000 } },
    env: { TZ: "UTC", NODE_ENV: "test" },
  },
});
