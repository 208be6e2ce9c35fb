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
