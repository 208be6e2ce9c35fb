import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A letter as it came in. */
export interface Told {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program of the shop's own that is told what happens; it listens while its story is told. */
export class Receiver {
  readonly told: Told[] = [];
  readonly #server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(200).end("thank you");
  });

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/kept`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** The signature a letter must carry, worked out from what came in and the secret alone (Standard Webhooks). */
export function signatureOf({ headers, body }: Told, secret: string): string {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
