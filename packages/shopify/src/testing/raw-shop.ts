import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

/** One request as it came over the wire, and the connection it came on. */
export interface RawRequest {
  readonly head: string;
  readonly body: string;
  /** 1 for the first connection ever made. */
  readonly connection: number;
}

export interface RawShop {
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly requests: RawRequest[];
  /** How many connections were opened. */
  connections(): number;
  /** The greatest number of pieces in which one request arrived. */
  pieces(): number;
  close(): Promise<void>;
}

/**
 * A server that speaks bytes, for behaving as badly as networks do. `behave` gets the socket once a whole request has
 * come in; it answers, or cuts, or keeps silent.
 */
export async function rawShop(
  behave: (socket: Socket, request: RawRequest, count: number) => void,
): Promise<RawShop> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let pieces = 0;
  const server: Server = createServer((socket) => {
    const connection = ++connections;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    let received = "";
    let came = 0;
    socket.on("data", (chunk) => {
      received += chunk.toString("utf8");
      came += 1;
      const request = whole(received, connection);
      if (!request) return;
      pieces = Math.max(pieces, came);
      received = "";
      came = 0;
      requests.push(request);
      behave(socket, request, requests.length);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    pieces: () => pieces,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** Writes a whole answer. */
export function respond(
  socket: Socket,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const lines = Object.entries({
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(text)),
    "x-request-id": "req-1",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} X\r\n${lines.join("")}\r\n${text}`);
}

function whole(received: string, connection: number): RawRequest | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = received.slice(0, end);
  const body = received.slice(end + 4);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  return Buffer.byteLength(body) >= length ? { head, body, connection } : null;
}
