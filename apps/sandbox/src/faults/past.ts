import { ShopWorld } from "../world/shop-world.ts";

interface Snapshot {
  /** Real time at which the shop stopped looking like this. */
  until: number;
  shop: ShopWorld;
}

/** A shop's recent past, kept only while somebody has ordered stale reads of it. */
export class Past {
  private readonly snapshots = new Map<string, Snapshot[]>();

  /** Called before a shop is changed: remembers how it looks, and forgets what is older than anybody may ask for. */
  remember(shop: ShopWorld, keepMs: number): void {
    if (keepMs === 0) {
      this.snapshots.delete(shop.domain);
      return;
    }
    const now = Date.now();
    const kept = (this.snapshots.get(shop.domain) ?? []).filter((snapshot) => snapshot.until >= now - keepMs);
    this.snapshots.set(shop.domain, [...kept, { until: now, shop: copy(shop) }]);
  }

  /** The shop as it was `lagMs` ago. */
  asOf(shop: ShopWorld, lagMs: number): ShopWorld {
    const at = Date.now() - lagMs;
    return this.snapshots.get(shop.domain)?.find((snapshot) => snapshot.until >= at)?.shop ?? shop;
  }
}

function copy(shop: ShopWorld): ShopWorld {
  const copied = new ShopWorld(shop.world, shop.domain);
  for (const [name, table] of shop.tables) {
    const target = copied.tables.get(name);
    for (const row of table.all()) target?.restore(row.id, structuredClone(row));
  }
  return copied;
}
