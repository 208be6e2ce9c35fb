import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, isFree } from "./free-port.ts";

test("a port is taken while somebody listens on it, on any loopback, and free again afterwards", async () => {
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    const port = await freePort();
    expect(await isFree(port)).toBe(true);
    const neighbour = createServer().listen(port, host);
    await new Promise((resolve) => neighbour.once("listening", resolve));
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => neighbour.close(resolve));
    expect(await isFree(port)).toBe(true);
  }
});
