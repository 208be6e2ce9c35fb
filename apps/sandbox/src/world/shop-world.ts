import type { Customer } from "../customers/customer.ts";
import type { Segment } from "../customers/segments.ts";
import type { DelegateToken } from "../oauth/delegate-token.ts";
import type { Installation } from "../oauth/installation.ts";
import type { Order } from "../orders/order.ts";
import type { Product } from "../products/product.ts";
import type { RememberedKey } from "../refunds/remembered-key.ts";
import type { Return } from "../returns/return.ts";
import type { Location, Shop } from "../shop/shop.ts";
import type { StoreCreditAccount, StoreCreditTransaction } from "../store-credit/account.ts";
import type { Subscription } from "../webhooks/subscription.ts";
import { type Row, Table } from "./table.ts";
import type { World } from "./world.ts";

/** One shop and everything in it. Reading is free; whoever changes a record saves it, and the world commits. */
export class ShopWorld {
  readonly world: World;
  readonly domain: string;
  readonly settings: Table<Shop>;
  readonly locations: Table<Location>;
  readonly products: Table<Product>;
  readonly customers: Table<Customer>;
  readonly segments: Table<Segment>;
  readonly orders: Table<Order>;
  readonly returns: Table<Return>;
  readonly accounts: Table<StoreCreditAccount>;
  readonly creditMovements: Table<StoreCreditTransaction>;
  readonly installations: Table<Installation>;
  readonly delegateTokens: Table<DelegateToken>;
  readonly rememberedKeys: Table<RememberedKey>;
  readonly subscriptions: Table<Subscription>;
  readonly tables: ReadonlyMap<string, Table<Row>>;
  /** The earliest moment at which some credit runs out; `null` when none does. */
  nextExpiry: string | null = null;
  /** Returns that read as closed from the next request on. */
  readonly closingReturns = new Set<number>();

  constructor(world: World, domain: string) {
    this.world = world;
    this.domain = domain;
    const tables = new Map<string, Table<Row>>();
    const table = <T extends Row>(name: string, groupOf?: (row: T) => string | number | null) => {
      const made = new Table<T>(name, (of, id, row) => world.touch(domain, of, id, row), groupOf);
      tables.set(name, made as unknown as Table<Row>);
      return made;
    };
    this.settings = table<Shop>("settings");
    this.locations = table<Location>("locations");
    this.products = table<Product>("products");
    this.customers = table<Customer>("customers");
    this.segments = table<Segment>("segments");
    this.orders = table<Order>("orders", (order) => order.name.toLowerCase());
    this.returns = table<Return>("returns", (entry) => entry.orderId);
    this.accounts = table<StoreCreditAccount>(
      "accounts",
      (account) => `${account.owner.type}/${account.owner.id}`,
    );
    this.creditMovements = table<StoreCreditTransaction>("creditMovements", (movement) => movement.accountId);
    this.installations = table<Installation>("installations", (installation) => installation.accessToken);
    this.delegateTokens = table<DelegateToken>("delegateTokens", (token) => token.accessToken);
    this.rememberedKeys = table<RememberedKey>("rememberedKeys", (remembered) => remembered.key);
    this.subscriptions = table<Subscription>("subscriptions");
    this.tables = tables;
  }

  get shop(): Shop {
    const shop = this.settings.all()[0];
    if (!shop) throw new Error(`${this.domain} has not been loaded`);
    return shop;
  }

  /** `#1001` or 1001 or the record's id, as the admin's addresses use them. */
  orderByName(name: string): Order | undefined {
    return this.orders.by(name.toLowerCase())[0] ?? this.orders.by(`#${name.toLowerCase()}`)[0];
  }

  /** Remembers that something runs out then, so that nobody has to look before. */
  expiresAt(at: string | null): void {
    if (at && (!this.nextExpiry || at < this.nextExpiry)) this.nextExpiry = at;
  }

  /** An account's history, oldest first. */
  movementsOf(accountId: number): readonly StoreCreditTransaction[] {
    return this.creditMovements.by(accountId);
  }

  accountsOf(customerId: number): readonly StoreCreditAccount[] {
    return this.accounts.by(`Customer/${customerId}`);
  }

  returnsOf(orderId: number): readonly Return[] {
    return this.returns.by(orderId);
  }

  ordersOf(customerId: number): Order[] {
    return this.orders.all().filter((order) => order.customerId === customerId);
  }
}
