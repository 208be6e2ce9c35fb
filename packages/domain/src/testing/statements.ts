import type { Transaction } from "@kept/database";
import type { Tools } from "../tools.ts";
import { watching } from "./watching.ts";

/**
 * How many transactions an act is, and how many statements in them: each transaction's first is its door; what begins
 * and ends it is not counted.
 */
export async function statementsOf(
  tools: Tools,
  act: (tools: Tools) => Promise<unknown>,
): Promise<{ transactions: number; statements: number }> {
  const counted = { transactions: 0, statements: 0 };
  const { database } = tools;
  const transaction = (work: (tx: Transaction) => Promise<unknown>) => {
    counted.transactions += 1;
    const count = async () => {
      counted.statements += 1;
    };
    return database.transaction((tx) => work(watching(tx, count)));
  };
  await act({ ...tools, database: Object.assign(Object.create(database), { transaction }) });
  return counted;
}
