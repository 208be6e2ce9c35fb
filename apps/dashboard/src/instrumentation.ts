import type { Instrumentation } from "next";

/**
 * A dashboard with a wrong environment does not start: better no page than one that only looks alive.
 * NEXT_RUNTIME is not ours to set: the compiler puts it in, and leaves Node's code out of other runtimes.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseWrongEnvironment } = await import("./server/startup.ts");
    refuseWrongEnvironment();
  }
}

/** Every fault a page or an action did not expect, with where it happened; never what anybody typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { logFault } = await import("./server/fault.ts");
    await logFault(error, { path: request.path, method: request.method, route: context.routePath });
  }
};
