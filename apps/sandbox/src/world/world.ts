import { Faults } from "../faults/faults.ts";
import { Past } from "../faults/past.ts";
import type { Letter } from "../mail/letter.ts";
import type { MailWebhook } from "../mail/tell-what-became.ts";
import type { Consent } from "../oauth/authorize.ts";
import { Throttle } from "../server/throttle.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import { PostOffice } from "../webhooks/post-office.ts";
import { type ClockState, nowOf, toSecond } from "./clock.ts";
import { firstIds } from "./first-ids.ts";
import { Journal, type Step } from "./journal.ts";
import { ShopWorld } from "./shop-world.ts";
import { type Row, Table } from "./table.ts";

interface Counter {
  id: number;
  name: string;
  last: number;
}

export interface Settings {
  /** Where people and apps reach this server, without a trailing slash. */
  publicUrl: string;
  appKey: string;
  appSecret: string;
  /** What the app is called on timelines; left out, Kept. */
  appName?: string | undefined;
  /** Folder of the journal; left out, everything lives in memory only. */
  dataFolder?: string | undefined;
  /** Where customers may be sent back to after they signed in. */
  customerRedirects?: readonly string[] | undefined;
  /** Where the stand-in for Google may send people back to. */
  googleRedirects?: readonly string[] | undefined;
  /** Where to say what became of letters; left out, nobody is told. */
  mailWebhook?: MailWebhook | undefined;
}

/**
 * Everything the stand-in knows. One request changes records and then calls `commit()`: what it touched becomes one line
 * of the journal before the answer leaves.
 */
export class World {
  readonly settings: Settings;
  readonly shops = new Map<string, ShopWorld>();
  readonly letters: Table<Letter>;
  /** Idempotency keys whose first request is still being worked on. */
  readonly inFlight = new Set<string>();
  /** By authorization code; gone once it is used. */
  readonly consents = new Map<string, Consent>();
  /** Webhooks that were sent or are still to be sent. */
  readonly deliveries: Table<Delivery>;
  readonly post = new PostOffice(this);
  readonly faults = new Faults();
  readonly past = new Past();
  readonly throttle = new Throttle();
  private readonly clocks: Table<ClockState>;
  private readonly counters: Table<Counter>;
  private readonly domains: Table<Row & { domain: string }>;
  private readonly own: Map<string, Table<Row>>;
  private readonly counterByName = new Map<string, Counter>();
  private readonly journal: Journal | undefined;
  private touched = new Map<string, Step["rows"][number]>();

  constructor(settings: Settings) {
    this.settings = settings;
    const touch = (table: string, id: number, row: Row | null) => this.touch("", table, id, row);
    this.letters = new Table("letters", touch);
    this.deliveries = new Table("deliveries", touch);
    this.clocks = new Table("clocks", touch);
    this.counters = new Table("counters", touch);
    this.domains = new Table("domains", touch);
    this.own = new Map(
      [this.letters, this.deliveries, this.clocks, this.counters, this.domains].map((table) => [
        table.name,
        table as unknown as Table<Row>,
      ]),
    );
    if (settings.dataFolder) {
      this.journal = new Journal(settings.dataFolder);
      let replayed = 0;
      for (const step of this.journal.read()) {
        this.replay(step);
        replayed += step.rows.length;
      }
      if (replayed > worthCompacting) this.compact(replayed);
    }
    for (const counter of this.counters.all()) this.counterByName.set(counter.name, counter);
    this.post.resume();
    for (const shop of this.shops.values()) {
      for (const entry of shop.creditMovements.all()) if (entry.remaining) shop.expiresAt(entry.expiresAt);
      for (const entry of shop.returns.all()) if (entry.closesAt) shop.closingReturns.add(entry.id);
    }
  }

  customerRedirects(): readonly string[] {
    return this.settings.customerRedirects ?? ["http://localhost:3001/callback"];
  }

  now(): Date {
    const clock = this.clocks.get(1);
    return clock ? nowOf(clock) : new Date();
  }

  /** The present as Shopify prints it. */
  nowText(): string {
    return toSecond(this.now());
  }

  get clock(): ClockState {
    return this.clocks.get(1) ?? { id: 1, offsetMs: 0, stoppedAt: null };
  }

  setClock(change: Omit<ClockState, "id">): void {
    this.clocks.save({ id: 1, ...change });
  }

  /** A shop by its domain (`bloom.myshopify.com`) or handle (`bloom`). */
  shop(name: string): ShopWorld | undefined {
    const direct = this.shops.get(name);
    if (direct) return direct;
    for (const shop of this.shops.values()) if (shop.shop.handle === name) return shop;
    return undefined;
  }

  addShop(domain: string): ShopWorld {
    const shop = new ShopWorld(this, domain);
    this.removeShop(domain);
    this.shops.set(domain, shop);
    this.domains.save({ id: this.nextId("domain"), domain });
    return shop;
  }

  removeShop(domain: string): void {
    this.shops.delete(domain);
    for (const entry of this.domains.all()) if (entry.domain === domain) this.domains.delete(entry.id);
  }

  /** The next number of a kind. Strictly growing, never reused; spaced out like Shopify's where they are global ids. */
  nextId(kind: string): number {
    let counter = this.counterByName.get(kind);
    if (!counter) {
      counter = { id: this.counterByName.size + 1, name: kind, last: firstIds[kind] ?? 0 };
      this.counterByName.set(kind, counter);
    }
    counter.last += firstIds[kind] === undefined ? 1 : 32_768;
    this.counters.save(counter);
    return counter.last;
  }

  /** Makes sure an id given from outside is never handed out again. */
  reserveId(kind: string, id: number): number {
    const ahead = Math.ceil((id - (firstIds[kind] ?? 0)) / 32_768) * 32_768 + (firstIds[kind] ?? 0);
    const counter = this.counterByName.get(kind);
    if (counter && counter.last >= id) return id;
    this.nextId(kind);
    const known = this.counterByName.get(kind);
    if (known && known.last < ahead) known.last = ahead;
    return id;
  }

  touch(shop: string, table: string, id: number, row: Row | null): void {
    this.touched.set(`${shop}/${table}/${id}`, [shop, table, id, row]);
  }

  /** Makes everything touched since the last commit durable, all or nothing. */
  commit(): void {
    this.post.stamp();
    if (this.touched.size === 0) return;
    const rows = [...this.touched.values()];
    this.touched = new Map();
    this.journal?.append({ at: new Date().toISOString(), rows });
    this.post.wake();
  }

  /** Forgets everything. */
  reset(): void {
    this.shops.clear();
    for (const table of this.own.values()) for (const row of table.all()) table.restore(row.id, null);
    this.counterByName.clear();
    this.faults.remove();
    this.throttle.reset();
    this.post.resume();
    this.touched = new Map();
    this.journal?.compact([]);
  }

  close(): void {
    this.post.close();
    this.journal?.close();
  }

  /** Shortens a history of which most has been written over since. */
  private compact(replayed: number): void {
    const rows: Step["rows"] = [];
    for (const table of this.own.values())
      for (const row of table.all()) rows.push(["", table.name, row.id, row]);
    for (const shop of this.shops.values()) {
      for (const table of shop.tables.values())
        for (const row of table.all()) rows.push([shop.domain, table.name, row.id, row]);
    }
    if (rows.length * 3 > replayed) return;
    const at = new Date().toISOString();
    const chunks = Array.from({ length: Math.ceil(rows.length / 1_000) }, (_, index) =>
      rows.slice(index * 1_000, (index + 1) * 1_000),
    );
    this.journal?.compact(chunks.map((chunk) => ({ at, rows: chunk })));
  }

  private replay(step: Step): void {
    for (const [shop, table, id, row] of step.rows) {
      if (shop === "") {
        const before = table === "domains" ? this.domains.get(id) : undefined;
        this.own.get(table)?.restore(id, row as Row | null);
        const added = table === "domains" ? this.domains.get(id) : undefined;
        if (before && !added) this.shops.delete(before.domain);
        if (added)
          this.shops.set(added.domain, this.shops.get(added.domain) ?? new ShopWorld(this, added.domain));
      } else {
        let world = this.shops.get(shop);
        if (!world) {
          world = new ShopWorld(this, shop);
          this.shops.set(shop, world);
        }
        world.tables.get(table)?.restore(id, row as Row | null);
      }
    }
  }
}

/** Rows in a journal below which nobody minds reading them all. */
const worthCompacting = 20_000;
