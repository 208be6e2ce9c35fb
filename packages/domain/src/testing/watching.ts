import type { SQL, Transaction } from "@kept/database";

type See = (query: SQL) => Promise<void>;

/** The transaction, with every statement shown before it runs. */
export function watching(tx: Transaction, see: See): Transaction {
  return new Proxy(tx, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      if (name === "execute")
        return async (query: SQL) => {
          await see(query);
          return member.call(target, query);
        };
      return (...args: unknown[]) => watched(member.apply(target, args), see);
    },
  });
}

/** A query builder, shown when it is awaited. */
function watched(builder: unknown, see: See): unknown {
  if (typeof builder !== "object" || builder === null) return builder;
  return new Proxy(builder, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      if (name === "then")
        return async (resolve: (rows: unknown) => void, reject: (error: unknown) => void) => {
          try {
            await see((target as { getSQL(): SQL }).getSQL());
            resolve(await target);
          } catch (error) {
            reject(error);
          }
        };
      return (...args: unknown[]) => watched(member.apply(target, args), see);
    },
  });
}
