import "./memory.ts";
import { demoShops } from "./demo/index.ts";
import { readEnv } from "./env.ts";
import { schemaFor } from "./graphql/schema.ts";
import { loadShop } from "./load/load-shop.ts";
import { serve } from "./server/server.ts";
import { World } from "./world/world.ts";

const env = readEnv();
const settings = {
  publicUrl: (env.SANDBOX_PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
  appKey: env.SANDBOX_APP_KEY,
  appName: env.SANDBOX_APP_NAME,
  appSecret: env.SANDBOX_APP_SECRET,
  dataFolder: env.SANDBOX_DATA,
  customerRedirects: env.SANDBOX_CUSTOMER_REDIRECTS.split(","),
  googleRedirects: env.SANDBOX_GOOGLE_REDIRECTS.split(","),
  mailWebhook:
    env.SANDBOX_MAIL_WEBHOOK && env.SANDBOX_MAIL_SECRET
      ? { address: env.SANDBOX_MAIL_WEBHOOK, secret: env.SANDBOX_MAIL_SECRET }
      : undefined,
};
const world = new World(settings);
if (env.SANDBOX_SEED === "demo" && world.shops.size === 0) {
  for (const description of demoShops()) loadShop(world, description);
  world.commit();
}
schemaFor("2026-10");

const server = serve(world);
server.listen(env.PORT, env.HOST, () => {
  const address = server.address();
  if (!env.SANDBOX_PUBLIC_URL && typeof address === "object" && address)
    settings.publicUrl = `http://localhost:${address.port}`;
  process.stdout.write(
    `${JSON.stringify({ msg: "listening", url: world.settings.publicUrl, address, shops: world.shops.size })}\n`,
  );
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => {
      world.close();
      process.exit(0);
    });
    server.closeAllConnections();
  });
}
