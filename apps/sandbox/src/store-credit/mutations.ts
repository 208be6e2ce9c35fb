import { atLeast, type Context, issuerOf } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { parseGid } from "../graphql/gid.ts";
import { parseMinor } from "../money/amount.ts";
import { readWhen } from "../world/clock.ts";
import type { StoreCreditAccount, StoreCreditTransaction } from "./account.ts";
import { movementSource } from "./account-resolvers.ts";
import { accountFor, creditLimit, findAccount } from "./find-account.ts";
import { credit, debit } from "./spend.ts";

interface MoneyInput {
  amount: string;
  currencyCode: string;
}

interface CreditInput {
  creditAmount: MoneyInput;
  expiresAt?: string | null;
  notify?: boolean | null;
  note?: string | null;
}

interface DebitInput {
  debitAmount: MoneyInput;
  note?: string | null;
}

/**
 * storeCreditAccountCredit: no key, no memory, no de-duplication. The order of the checks is recorded: account or
 * owner, expiry, currency and amount, limit.
 */
export function storeCreditAccountCredit(
  _source: unknown,
  { id, creditInput }: { id: string; creditInput: CreditInput },
  context: Context,
) {
  refuseUnusable(creditInput.creditAmount.currencyCode);
  const { currencyCode } = creditInput.creditAmount;
  const found = locate(context, id, currencyCode);
  if ("error" in found) return payload(null, found.error);
  const expiresAt = creditInput.expiresAt ? readWhen(creditInput.expiresAt, context.world.now()) : null;
  if (expiresAt && expiresAt <= context.world.nowText()) {
    return payload(
      null,
      userError(["creditInput", "expiresAt"], "The expiry date must be in the future", "EXPIRES_AT_IN_PAST"),
    );
  }
  const field = ["creditInput", "creditAmount", "amount"];
  if (found.account && found.account.currency !== currencyCode)
    return payload(null, mismatch("creditInput", "creditAmount"));
  const amount = parseMinor(creditInput.creditAmount.amount, currencyCode);
  if (amount <= 0n) {
    return payload(
      null,
      userError(
        field,
        "A positive amount must be used to credit a store credit account",
        "NEGATIVE_OR_ZERO_AMOUNT",
      ),
    );
  }
  const note = readNote(context, creditInput.note);
  const balance = found.account?.balance ?? 0n;
  if (balance + amount > creditLimit({ owner: found.owner, currency: currencyCode })) {
    return payload(
      null,
      userError(
        field,
        "The operation would cause the account's credit limit to be exceeded",
        "CREDIT_LIMIT_EXCEEDED",
      ),
    );
  }
  const account = found.account ?? accountFor(context.shop, found.owner, currencyCode);
  const notify = Boolean(creditInput.notify);
  return payload(
    credit(context.shop, account, {
      amount,
      expiresAt,
      notify,
      note,
      event: "ADJUSTMENT",
      issuer: issuerOf(context),
    }),
  );
}

/** storeCreditAccountDebit: the only undo of a wrong credit. Spends what runs out soonest. */
export function storeCreditAccountDebit(
  _source: unknown,
  { id, debitInput }: { id: string; debitInput: DebitInput },
  context: Context,
) {
  const { currencyCode } = debitInput.debitAmount;
  refuseUnusable(currencyCode);
  const found = locate(context, id, currencyCode);
  if ("error" in found) return payload(null, ownerAsAccount(found.error));
  const field = ["debitInput", "debitAmount", "amount"];
  if (found.account && found.account.currency !== currencyCode)
    return payload(null, mismatch("debitInput", "debitAmount"));
  const amount = parseMinor(debitInput.debitAmount.amount, currencyCode);
  if (!found.account)
    return payload(null, userError(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND"));
  if (amount <= 0n) {
    return payload(
      null,
      userError(
        field,
        "A positive amount must be used to debit a store credit account",
        "NEGATIVE_OR_ZERO_AMOUNT",
      ),
    );
  }
  const note = readNote(context, debitInput.note);
  if (amount > found.account.balance) {
    return payload(
      null,
      userError(
        field,
        "The store credit account does not have sufficient funds to satisfy the request",
        "INSUFFICIENT_FUNDS",
      ),
    );
  }
  return payload(
    debit(context.shop, found.account, { amount, note, event: "ADJUSTMENT", issuer: issuerOf(context) }),
  );
}

function payload(movement: StoreCreditTransaction | null, error?: UserError) {
  return {
    storeCreditAccountTransaction: movement && movementSource(movement),
    userErrors: error ? [error] : [],
  };
}

type Located =
  | { account: StoreCreditAccount | undefined; owner: StoreCreditAccount["owner"] }
  | { error: UserError };

/** By the account's own id, or by its owner's: then the account of that currency, which a credit makes on the spot. */
function locate({ shop }: Context, id: string, currency: string): Located {
  const parsed = parseGid(id);
  if (parsed?.type === "StoreCreditAccount") {
    const account = shop.accounts.get(parsed.id);
    return account
      ? { account, owner: account.owner }
      : { error: userError(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND") };
  }
  const owner = parsed && ownerOf(shop, parsed);
  if (!owner) return { error: userError(["id"], "Owner does not exist", "OWNER_NOT_FOUND") };
  return { owner, account: findAccount(shop, owner, currency) };
}

function ownerOf(
  shop: Context["shop"],
  { type, id }: { type: string; id: number },
): StoreCreditAccount["owner"] | undefined {
  if (type === "Customer" && shop.customers.get(id)) return { type, id };
  if (type === "CompanyLocation" && shop.orders.find((order) => order.company?.locationId === id))
    return { type, id };
  return undefined;
}

/** Debits know no owner error: an owner without an account is an account that does not exist. */
function ownerAsAccount(error: UserError): UserError {
  return { ...error, message: "Store credit account does not exist", code: "ACCOUNT_NOT_FOUND" };
}

function mismatch(input: string, amount: string): UserError {
  const message = "The currency provided does not match the currency of the store credit account";
  return userError([input, amount, "currencyCode"], message, "MISMATCHING_CURRENCY");
}

/** Currencies that exist as answers only. */
function refuseUnusable(currency: string): void {
  if (currency !== "XXX" && currency !== "USDC") return;
  const message = `CurrencyCode "${currency}" is invalid. It can only be used as a result and not as an input value.`;
  throw new Refusal(message, "CURRENCY_CODE_INVALID");
}

function readNote(context: Context, note: string | null | undefined): string | null {
  return atLeast(context, "2027-01") ? (note ?? null) : null;
}
