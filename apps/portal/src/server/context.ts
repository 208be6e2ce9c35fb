import { customerContext, openTools, type ShopContext, type Tools, withOneAdmin } from "@kept/domain";
import pino from "pino";
import { env } from "./env.ts";
import { exchange } from "./exchange.ts";

/** One set of tools per process, also when a reload in development runs this file again. */
const place = globalThis as { keptPortalTools?: Promise<Tools> };

export function tools(): Promise<Tools> {
  place.keptPortalTools ??= open().catch((error) => {
    // The next request tries again: a database that was down at the first must not be down for ever.
    delete place.keptPortalTools;
    throw error;
  });
  return place.keptPortalTools;
}

/** The shop behind an address and the customer who asks. Null when there is no such shop. */
export async function shopAt(handle: string): Promise<ShopContext | null> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(handle)) return null;
  const ctx = await customerContext(await tools(), handle, { requestId: exchange().requestId });
  return ctx && withOneAdmin(ctx);
}

/** server.ts knows where the program for photos lies; a bundle does not. */
const programs = globalThis as { keptPhotoProgram?: string };

function open(): Promise<Tools> {
  const {
    databaseUrl,
    shopify,
    encryptionKey,
    previousEncryptionKeys,
    dashboardUrl,
    portalUrl,
    lookupsPerAddress,
    photosAt,
    logLevel,
  } = env();
  return openTools({
    databaseUrl,
    shopify,
    // A customer waits for an answer, and is better served by "try again in a minute" than by a blank page.
    shopifyPatience: { readMs: 4_000 },
    answerWithinMs: 6_000,
    encryptionKey,
    previousEncryptionKeys,
    dashboardUrl,
    portalUrl,
    processName: "portal",
    lookupsPerAddress,
    photosAt,
    photoProgram: programs.keptPhotoProgram,
    log: pino({ name: "portal", level: logLevel }),
  });
}
