import { type AddressInfo, createServer } from "node:net";

/** A port nobody listens on right now, chosen by the system. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether `port` is free on every address a neighbour may have taken it on: all of them, or one of the loopbacks. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of [undefined, "127.0.0.1", "::1"]) if (await refuses(port, host)) return false;
  return true;
}

function refuses(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // EACCES: the port belongs to the system. A machine without IPv6 answers EADDRNOTAVAIL, which takes nothing away.
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE" || error.code === "EACCES"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}
