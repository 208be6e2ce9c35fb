import { defineConfig } from "@medusajs/framework/utils";

/** Medusa as it comes, without its admin's pages: cache, events, locks and running workflows in memory. */
const most = process.env.MEDUSA_CONNECTIONS;
export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    ...(most && { databaseDriverOptions: { pool: { max: Number(most) } } }),
    http: { storeCors: "*", adminCors: "*", authCors: "*", jwtSecret: "bench", cookieSecret: "bench" },
  },
  admin: { disable: true },
});
