import { type SQL, sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { Tools } from "../tools.ts";
import { watching } from "./watching.ts";

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
  const explain = async (query: SQL) => {
    const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    plans.push([...rows].map((row) => row["QUERY PLAN"]).join("\n"));
  };
  return watching(tx, explain);
}
