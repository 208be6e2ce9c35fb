import { defineConfig } from "vitest/config";

/**
 * What judges the mutants of the quote: its stories and worked cases, which need no database. The properties stay out:
 * a mutant must fall to an example somebody can read.
 */
export default defineConfig({
  test: {
    include: ["src/quote/**/*.test.ts", "src/policy/*.test.ts"],
    exclude: ["**/properties.test.ts"],
    env: { TZ: "UTC", NODE_ENV: "test" },
  },
});
