import type { TestProject } from "vitest/node";
import { openStandIn } from "./open.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of a stand-in for Shopify and Resend that lives as long as this run. Each test loads a shop of its own. */
    standIn: string;
  }
}

/** Vitest's global set-up: one stand-in for the whole run, gone afterwards, and no account in it that does not add up. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const standIn = await openStandIn();
  project.provide("standIn", standIn.origin);
  return async () => {
    const { broken } = (await (await fetch(`${standIn.origin}/control/broken`)).json()) as {
      broken: string[];
    };
    await standIn.close();
    if (broken.length > 0) throw new Error(`The stand-in's books do not balance:\n${broken.join("\n")}`);
  };
}
