import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { repository } from "../repository.ts";
import { temporaryPostgres } from "./temporary.ts";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * Address of the maintenance database of a PostgreSQL that lives as long as this run. What it copies for a new
     * database is already migrated, so a test file gets a world of its own with `create database mine`.
     */
    postgres: string;
  }
}

/** Vitest's global set-up: one server for the whole run, gone afterwards. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const server = await temporaryPostgres();
  project.provide("postgres", server.url);
  await migrateTemplate(server.url).catch(async (error) => {
    await server.stop();
    throw error;
  });
  return () => server.stop();
}

/** Every new database is a copy of template1: what is migrated there is migrated everywhere, in a fifth of a second. */
async function migrateTemplate(url: string): Promise<void> {
  const migrations = join(repository, "drizzle");
  if (!existsSync(join(migrations, "meta/_journal.json"))) return;
  const { migrate } = await import("@kept/database/migrate");
  await migrate(new URL("/template1", url).href, migrations);
}
