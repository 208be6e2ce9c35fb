import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Admin, openAdmin } from "../admin/admin.ts";

export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/**
 * A shop that gives recorded answers over HTTP: always the same one, or one after another when it is given a list,
 * or whatever a function makes of the question. It is closed when the test ends.
 */
export async function answering(
  given: object | object[] | ((asked: Asked) => object),
  apiVersion = "2026-10",
): Promise<{ readonly admin: Admin; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const question = JSON.parse(body) as Asked;
    asked.push(question);
    const answer = Array.isArray(given)
      ? given[asked.length - 1]
      : typeof given === "function"
        ? given(question)
        : given;
    response.writeHead(200, { "content-type": "application/json", "x-request-id": `req-${asked.length}` });
    response.end(JSON.stringify(answer ?? { errors: [{ message: "The test has no answer for this" }] }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    admin: openAdmin(url, apiVersion, { shop: "bloom.myshopify.com", accessToken: "shpat_x" }),
    asked,
  };
}
