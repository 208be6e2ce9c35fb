import { oneMore } from "../stack/one-more.ts";
import { serveBarely } from "./bare-portal.ts";
import { measureBeside } from "./measure-beside.ts";
import { withThrowawayStack } from "./throwaway.ts";

/** Starts everything, measures, ends everything. True when every goal was met. The measuring itself speaks HTTP only. */
export function benchPortal(wishes: { readonly seconds: string; readonly runs: string }): Promise<boolean> {
  return withThrowawayStack(async (stack) => {
    // Callers come from many addresses, as in production behind a proxy; none of them is to be stopped here.
    const many = { KEPT_PROXY_HOPS: "1", KEPT_LOOKUPS_PER_ADDRESS: "1000000" };
    const portal = await oneMore("portal", stack, many);
    const bare = await serveBarely(stack.databaseUrl, stack.at.sandbox);
    try {
      return await measureBeside(stack, {
        program: "portal",
        args: [`--seconds=${wishes.seconds}`, `--runs=${wishes.runs}`],
        portal: portal.origin,
        env: { BARE_URL: bare.origin },
      });
    } finally {
      await bare.close();
    }
  });
}
