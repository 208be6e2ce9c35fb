import { createServer } from "node:net";
import { expect, test } from "vitest";
import { choosePorts } from "./choose-ports.ts";
import { freePort, isFree } from "./free-port.ts";

test("a taken port is named with who has taken it, and refused when it was asked for", async () => {
  const port = await freePort();
  const neighbour = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => neighbour.once("listening", resolve));
  const choice = choosePorts({ dashboard: port }, () => {});
  await expect(choice).rejects.toThrow(`Port ${port} is taken by `);
  await expect(choice).rejects.toThrow(`(process ${process.pid}): set KEPT_DASHBOARD_PORT to another one.`);
  await new Promise((resolve) => neighbour.close(resolve));
});

test("without a wish, every process gets a port that is free, and no two get the same", async () => {
  const said: string[] = [];
  const ports = await choosePorts({}, (line) => said.push(line));
  expect(new Set(Object.values(ports)).size).toBe(5);
  for (const port of Object.values(ports)) expect(await isFree(port)).toBe(true);
});
