import { demoShops } from "../demo/index.ts";
import { loadShop } from "../load/load-shop.ts";
import { watched } from "../testing/watched.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { World } from "../world/world.ts";
import { pages } from "./index.ts";

/** A world of its own with the demo shops in it, and a visitor who reads its pages and sends their forms. */
export function demoVisit() {
  const world = watched(new World({ publicUrl: "http://sandbox", appKey: "key", appSecret: "secret" }));
  const shops = demoShops().map((description) => loadShop(world, description));
  const [bloom] = shops as [ShopWorld, ...ShopWorld[]];
  const ada = bloom.customers.find(({ email }) => email === "ada@example.com");
  if (!ada) throw new Error("Ada is not a customer");
  const answer = async (path: string, init?: RequestInit) => {
    const response = await pages(world, new Request(`http://sandbox${path}`, init));
    if (!response) throw new Error(`Nobody answers ${path}`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    world,
    shops,
    bloom,
    ada,
    read: (path: string) => answer(path),
    send: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      answer(path, { method: "POST", body: new URLSearchParams(fields).toString(), headers }),
  };
}
