import { Resolver } from "node:dns/promises";
import type { Dns } from "./portal-address.ts";

/** The system's name servers, asked anew each time: a cached "no" would tell a merchant that nothing has changed. */
export function systemDns(): Dns {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  return {
    txt: async (name) => (await orNone(resolver.resolveTxt(name))).map((parts) => parts.join("")),
    cname: (name) => orNone(resolver.resolveCname(name)),
  };
}

/** A name that is not there, or a server that does not answer, says nothing. */
async function orNone<T>(answer: Promise<T[]>): Promise<T[]> {
  try {
    return await answer;
  } catch {
    return [];
  }
}
