import type postgres from "postgres";

/** Longer ones are lists of rows, of a new length every time: keeping them would fill memory and serve nobody again. */
const longestKept = 6_000;

/**
 * Has a client prepare what it is asked, once a connection: parsed and planned when it is new, and answered in one
 * exchange instead of two from then on. The driver leaves that to whoever names a statement, and Drizzle names none.
 * `?prepare=false` in the address turns it off, for a proxy that pools transactions and keeps no prepared statements.
 */
export function preparing(client: postgres.Sql): postgres.Sql {
  prepareIn(client);
  const begin = client.begin.bind(client) as (work: Work) => Promise<unknown>;
  return Object.assign(client, { begin: (work: Work) => begin((tx) => work(inside(tx))) });
}

type Work = (tx: postgres.TransactionSql) => Promise<unknown>;

function inside(tx: postgres.TransactionSql): postgres.TransactionSql {
  prepareIn(tx);
  const savepoint = tx.savepoint.bind(tx) as (work: Work) => Promise<unknown>;
  return Object.assign(tx, { savepoint: (work: Work) => savepoint((nested) => work(inside(nested))) });
}

function prepareIn(sql: postgres.Sql | postgres.TransactionSql): void {
  const unsafe = sql.unsafe.bind(sql);
  const prepared: typeof unsafe = (text, parameters, options) =>
    unsafe(text, parameters, { ...options, prepare: text.length <= longestKept });
  Object.assign(sql, { unsafe: prepared });
}
