import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { at } from "../world/env.ts";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One request to the portal, byte for byte as given: no redirect is followed, no cookie kept. Rejects when it is cut off. */
export function ask(
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: Buffer } = {},
): Promise<Answered> {
  const { hostname, port } = new URL(at.portal);
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const length = body === undefined ? {} : { "content-length": body.length };
    const asked = request({ agent, hostname, port, path, method, headers: { ...length, ...headers } });
    asked.setTimeout(30_000, () => asked.destroy(new Error("no answer in 30 seconds")));
    asked.once("error", reject);
    asked.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          milliseconds: performance.now() - started,
        }),
      );
    });
    asked.end(body);
  });
}

/** Fields as a browser sends the forms of the portal. */
export async function formOf(
  fields: readonly (readonly [string, string | File])[],
): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const sent = new Response(form);
  const headers = { "content-type": sent.headers.get("content-type") ?? "", "sec-fetch-site": "same-origin" };
  return { body: Buffer.from(await sent.arrayBuffer()), headers };
}

/** Does something `times` times, so many at once, in order of its number. */
export async function inLanes(
  times: number,
  lanes: number,
  act: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < times) {
      const n = next;
      next += 1;
      await act(n);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
