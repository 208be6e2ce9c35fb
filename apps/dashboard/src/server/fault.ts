import { tools } from "./tools.ts";

/** Writes an unexpected error into the log. The path loses its query, where searches for people stand. */
export async function logFault(
  error: unknown,
  where: { path: string; method: string; route: string },
): Promise<void> {
  const { log } = await tools();
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  log.error({ err: error, ...where, path: where.path.split("?")[0], digest }, "fault");
}
