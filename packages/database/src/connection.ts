import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { inOneBreath } from "./one-breath.ts";
import { preparing } from "./prepared.ts";
import * as tables from "./tables/index.ts";

/** The open database. It stays inside the domain's doors (`inShop`, `acrossShops`): verbs get a transaction, not this. */
export type Database = ReturnType<typeof openDatabase>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Opens a pool of at most `max` connections. A statement may run 15 s, a transaction may idle 10 s: nothing here holds
 * a transaction over the network, so anything longer is a bug or a dead client.
 */
export function openDatabase(url: string, options: { max?: number; name?: string } = {}) {
  const client = postgres(url, {
    max: options.max ?? 10,
    // The type look-up on connecting is a promise nobody holds: a connection dropped during it would end the process.
    fetch_types: false,
    /** Seconds. The driver would wait up to twenty; after a restart of the database, work should go on at once. */
    backoff: (retries) => Math.min(2 ** retries / 100, 1),
    onnotice: () => {},
    connection: {
      application_name: options.name ?? "kept",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return drizzle(preparing(client), { schema: tables, casing: "snake_case" });
}

/**
 * The one door to a shop's rows. Inside, the role `kept_app` owns nothing and row-level security shows only this
 * shop's rows: a forgotten `where` finds nothing foreign. Both settings end with the transaction, so the door also
 * works through a transaction-pooling proxy.
 */
export function inShop<T>(
  database: Database,
  shopId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return through(
    database,
    sql`select set_config('role', 'kept_app', true), set_config('app.shop', ${shopId}, true)`,
    work,
  );
}

/**
 * The door for the few acts that are about no shop or about many: signing in, finding a shop by its address, claiming
 * due work, an agency's overview. Every use is a function in the domain that names its reason.
 */
export function acrossShops<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return through(database, sql`select set_config('role', 'kept_across', true)`, work);
}

/**
 * The door for forgetting a person or a shop, and for nothing else: the role `kept_redactor` sees one shop's rows like
 * `inShop`, and is the only one for whom history may be changed or removed.
 */
export function forgetting<T>(
  database: Database,
  shopId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return through(
    database,
    sql`select set_config('role', 'kept_redactor', true), set_config('app.shop', ${shopId}, true)`,
    work,
  );
}

/**
 * A transaction whose first statement is the door itself. It is not waited for: the work's own first statement travels
 * with it. Should the door not open, the transaction is broken and nothing after it runs; that is told only when the
 * work has ended, because a rollback must be the last thing said.
 */
function through<T>(database: Database, door: SQL, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    const [, done] = await inOneBreath([() => tx.execute(door), () => work(tx)]);
    return done;
  });
}
