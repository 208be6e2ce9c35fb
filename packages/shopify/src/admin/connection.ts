import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/**
 * Opens one fresh connection, TLS and all. Whatever goes wrong in here goes wrong before a request exists,
 * so a rejection is proof that nothing was executed.
 */
export function openConnection(url: URL, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const port = url.port ? Number(url.port) : secure ? 443 : 80;
    const socket = secure
      ? connectTls({ host, port, ALPNProtocols: ["http/1.1"], ...(isIP(host) ? {} : { servername: host }) })
      : connectPlain({ host, port });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(Object.assign(new Error("No connection in time"), { code: "CONNECT_TIMEOUT" }));
    }, timeoutMs);
    const failed = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    socket.once("error", failed);
    socket.once(secure ? "secureConnect" : "connect", () => {
      clearTimeout(timer);
      socket.off("error", failed);
      // Whoever uses the connection hears of its troubles in their own way; this keeps one nobody hears from ending the process.
      socket.on("error", () => {});
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
