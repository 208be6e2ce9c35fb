import type { Instrumentation } from "next";
import type { hearDirectly } from "./server/hear-directly.ts";

/** Where the server in front of Next (server.ts) finds what is in Next's bundle: a copy of its own would be memory for nothing. */
export interface Bundle {
  keptHearsDirectly?: typeof hearDirectly;
}

/**
 * A dashboard with a wrong environment does not start: better no page than one that only looks alive.
 * NEXT_RUNTIME is not ours to set: the compiler puts it in, and leaves Node's code out of other runtimes.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseWrongEnvironment } = await import("./server/startup.ts");
    refuseWrongEnvironment();
    const { hearDirectly } = await import("./server/hear-directly.ts");
    (globalThis as Bundle).keptHearsDirectly = hearDirectly;
  }
}

/** Every fault a page or an action did not expect, with where it happened; never what anybody typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { logFault } = await import("./server/fault.ts");
    await logFault(error, { path: request.path, method: request.method, route: context.routePath });
  }
};
