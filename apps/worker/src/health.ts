import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { health, type Tools } from "@kept/domain";

/** Answers GET /healthz: 200 with the age of the oldest due job, 503 when the database is away. */
export async function serveHealth(tools: Tools, port: number): Promise<{ port: number; close(): void }> {
  const server = createServer(async (request, response) => {
    if (request.url !== "/healthz") {
      response.writeHead(404).end();
      return;
    }
    const state = await health(tools);
    response
      .writeHead(state.ok ? 200 : 503, { "content-type": "application/json" })
      .end(JSON.stringify(state));
  });
  server.listen(port, "127.0.0.1");
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
