import type { TestProject } from "vitest/node";
import { openStandIn } from "./open.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of a stand-in for Shopify and Resend that lives as long as this run. Each test loads a shop of its own. */
    standIn: string;
  }
}

/** Vitest's global set-up: one stand-in for the whole run, gone afterwards. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const standIn = await openStandIn();
  project.provide("standIn", standIn.origin);
  return () => standIn.close();
}
