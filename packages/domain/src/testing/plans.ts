import { sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { Tools } from "../tools.ts";

type Query = ReturnType<typeof sql>;
type Explain = (query: Query) => Promise<void>;

/** What the database says about every statement a read sends: the plans, as it runs. */
export async function plansOf<Context extends ShopContext>(
  ctx: Context,
  read: (ctx: Context) => Promise<unknown>,
): Promise<string[]> {
  const plans: string[] = [];
  const inShop: ShopContext["inShop"] = (work) => ctx.inShop((tx) => work(noting(tx, plans)));
  await read({ ...ctx, inShop });
  return plans;
}

/** The same of a read that goes across shops. */
export async function plansAcross(tools: Tools, read: (tools: Tools) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const { database } = tools;
  const transaction = (work: (tx: Transaction) => Promise<unknown>) =>
    database.transaction((tx) => work(noting(tx, plans)));
  await read({ ...tools, database: Object.assign(Object.create(database), { transaction }) });
  return plans;
}

function noting(tx: Transaction, plans: string[]): Transaction {
  const explain = async (query: Query) => {
    const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    plans.push([...rows].map((row) => row["QUERY PLAN"]).join("\n"));
  };
  return watching(tx, explain) as Transaction;
}

/** The transaction, with every statement explained before it runs. */
function watching(tx: object, explain: Explain): object {
  return new Proxy(tx, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      if (name === "execute")
        return async (query: Query) => {
          await explain(query);
          return member.call(target, query);
        };
      return (...args: unknown[]) => explained(member.apply(target, args), explain);
    },
  });
}

/** A query builder, explained when it is awaited. */
function explained(builder: unknown, explain: Explain): unknown {
  if (typeof builder !== "object" || builder === null) return builder;
  return new Proxy(builder, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      if (name === "then")
        return async (resolve: (rows: unknown) => void, reject: (error: unknown) => void) => {
          try {
            await explain((target as { getSQL(): Query }).getSQL());
            resolve(await target);
          } catch (error) {
            reject(error);
          }
        };
      return (...args: unknown[]) => explained(member.apply(target, args), explain);
    },
  });
}
