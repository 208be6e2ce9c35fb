/** What a person may set for the local stack. The only reader of the environment here; everything else passes it on whole. */
export const settings = {
  ports: {
    dashboard: port("KEPT_DASHBOARD_PORT"),
    portal: port("KEPT_PORTAL_PORT"),
    sandbox: port("KEPT_SANDBOX_PORT"),
    worker: port("KEPT_WORKER_PORT"),
    postgres: port("KEPT_POSTGRES_PORT"),
  },
  /** A PostgreSQL of one's own, used instead of the one from npm. */
  databaseUrl: process.env.DATABASE_URL || undefined,
  /** Everything the processes say goes to the terminal too. */
  verbose: Boolean(process.env.VERBOSE),
  /** `--fresh`, also as npm understands it when the `--` before it was forgotten. */
  fresh: process.argv.includes("--fresh") || process.env.npm_config_fresh === "true",
  /** `--only=unit`: the one step to run. */
  only: process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length),
} as const;

/** The port a person asked for; undefined when they did not. */
function port(name: string): number | undefined {
  const text = process.env[name];
  if (!text) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65535) {
    process.stderr.write(`${name}=${text} is not a port: use a number between 1 and 65535.\n`);
    process.exit(2);
  }
  return Number(text);
}
