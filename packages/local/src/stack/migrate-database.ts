import { join } from "node:path";
import { migrate } from "@kept/database/migrate";
import { settings } from "../env.ts";
import { repository } from "../repository.ts";

if (!settings.databaseUrl) throw new Error("DATABASE_URL names the database to migrate");
await migrate(settings.databaseUrl, join(repository, "drizzle"));
