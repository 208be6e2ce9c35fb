import type { Tools } from "../tools.ts";
import { brokenInvariants } from "./invariants.ts";

/** Every night: what must always be true of issuing. Whatever is not is told at error level, with the rows. */
export async function checkInvariants(tools: Tools): Promise<void> {
  for (const { invariant, says, rows } of await brokenInvariants(tools))
    tools.log.error({ invariant, says, rows }, "an invariant is broken");
}
