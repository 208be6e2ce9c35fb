import type { AddressInfo } from "node:net";
import { serve } from "../server/server.ts";
import type { World } from "../world/world.ts";

/** The stand-in on a free port. The caller closes it. */
export async function listen(world: World): Promise<{ url: string; close: () => Promise<void> }> {
  const server = serve(world);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}
