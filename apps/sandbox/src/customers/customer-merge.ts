import { randomUUID } from "node:crypto";
import type { Context, Resolvers } from "../graphql/context.ts";
import { BadRequest, type UserError, userError } from "../graphql/errors.ts";
import { gid, idIn } from "../graphql/gid.ts";
import { announce } from "../webhooks/announce.ts";
import { setAddresses } from "./address-mutations.ts";
import { addressesOf, type Customer, displayName } from "./customer.ts";
import { inOrder } from "./customer-input.ts";

interface Override {
  customerIdOfEmailToKeep?: string | null;
  customerIdOfPhoneNumberToKeep?: string | null;
  customerIdOfFirstNameToKeep?: string | null;
  customerIdOfLastNameToKeep?: string | null;
  note?: string | null;
  tags?: string[] | null;
}

interface MergeArguments {
  customerOneId: string;
  customerTwoId: string;
  overrideFields?: Override | null;
}

/** customerMerge: one of two customers stays, with what is to be kept of both. Store credit keeps either from going. */
export const customerMergeMutations: Resolvers[string] = {
  customerMerge: (_source, args: MergeArguments, context) => {
    const [one, two] = both(context, args);
    const problems = whyNot(context, args, one, two);
    if (!one || !two || problems.length > 0)
      return { resultingCustomerId: null, job: null, userErrors: problems };
    const job = gid("Job", randomUUID());
    const kept = merge(context, one, two, args.overrideFields ?? {}, job);
    return {
      resultingCustomerId: gid("Customer", kept.id),
      job: { id: job, done: false },
      userErrors: [],
    };
  },
};

export const customerMergeQueries: Resolvers[string] = {
  /** Merging is over by the time anybody asks. */
  customerMergeJobStatus: (_source, { jobId }: { jobId: string }, { shop }) => {
    const kept = shop.customers.find(({ mergeJobs }) => mergeJobs?.includes(jobId) === true);
    const resultingCustomerId = kept && gid("Customer", kept.id);
    return kept ? { jobId, resultingCustomerId, status: "COMPLETED", customerMergeErrors: [] } : null;
  },
  customerMergePreview: (_source, args: MergeArguments, context) => {
    if (args.customerOneId === args.customerTwoId) throw new BadRequest("Customers must be different.");
    const [one, two] = both(context, args);
    if (!one || !two) throw new BadRequest("Customer does not exist.");
    const kept = survivor(one, two, args.overrideFields ?? {});
    const other = kept === one ? two : one;
    const { note: _note, tags: _tags, ...chosen } = args.overrideFields ?? {};
    const fields = mergedFields(one, two, chosen);
    const besides = (name: "email" | "phone" | "firstName" | "lastName") =>
      fields[name] === kept[name] ? other[name] : kept[name];
    const [otherEmail, otherPhone] = [besides("email"), besides("phone")];
    return {
      resultingCustomerId: gid("Customer", kept.id),
      defaultFields: {
        ...fields,
        displayName: displayName({ ...kept, ...fields }),
        email: fields.email && { emailAddress: fields.email },
        phoneNumber: fields.phone && { phoneNumber: fields.phone },
      },
      alternateFields: {
        firstName: besides("firstName"),
        lastName: besides("lastName"),
        email: otherEmail && { emailAddress: otherEmail },
        phoneNumber: otherPhone && { phoneNumber: otherPhone },
      },
      blockingFields: null,
      customerMergeErrors: null,
    };
  },
};

function both({ shop }: Context, { customerOneId, customerTwoId }: MergeArguments) {
  return [customerOneId, customerTwoId].map((id) => shop.customers.get(idIn(id, "Customer"))) as [
    Customer | undefined,
    Customer | undefined,
  ];
}

/** As recorded: who went into another is still somebody when it is asked who exists. */
function wasMerged(shop: Context["shop"], id: string): boolean {
  const number = idIn(id, "Customer");
  return shop.customers.find(({ mergedIds }) => mergedIds?.includes(number ?? 0) === true) !== undefined;
}

/** As recorded: who does not exist, then the same one twice, then what either brings along. */
function whyNot(
  { shop }: Context,
  args: MergeArguments,
  one: Customer | undefined,
  two: Customer | undefined,
): UserError[] {
  const missing = (field: "customerOneId" | "customerTwoId") =>
    userError(
      [field],
      `Customer does not exist with ID ${args[field].replace(/^.*\//, "")}`,
      "INVALID_CUSTOMER_ID",
    );
  const gone = (id: string) => wasMerged(shop, id);
  if (!one && !gone(args.customerOneId)) return [missing("customerOneId")];
  if (!two && !gone(args.customerTwoId)) return [missing("customerTwoId")];
  if (args.customerOneId === args.customerTwoId)
    return [userError(null, "Customers IDs should not match", "INVALID_CUSTOMER_ID")];
  if (!one) return [missing("customerOneId")];
  if (!two) return [missing("customerTwoId")];
  const either = (problem: (customer: Customer) => string | undefined) =>
    (["customerOneId", "customerTwoId"] as const).flatMap((field) => {
      const message = problem(field === "customerOneId" ? one : two);
      return message ? [userError([field], message, "INVALID_CUSTOMER")] : [];
    });
  const { tags, note } = mergedFields(one, two, args.overrideFields ?? {});
  return (
    [
      either(() => (tags.length > 250 ? "Customers must have 250 tags or less." : undefined)),
      either(() =>
        (note ?? "").length > 5_000 ? "Customer notes must be 5,000 characters or less." : undefined,
      ),
      either((customer) =>
        shop.accountsOf(customer.id).some(({ balance }) => balance > 0n)
          ? `${displayName(customer)} has store credit and can’t be merged.`
          : undefined,
      ),
    ].find((problems) => problems.length > 0) ?? []
  );
}

/** Who stays: whose e-mail address is kept; else whoever alone has one, or an account; else the second. */
function survivor(one: Customer, two: Customer, override: Override): Customer {
  const chosen = idIn(override.customerIdOfEmailToKeep, "Customer");
  if (chosen !== undefined) return chosen === one.id ? one : two;
  if (one.email && !two.email) return one;
  const registered = ({ state }: Customer) => state === "ENABLED" || state === "INVITED";
  const alone = registered(one) && !registered(two);
  return alone && one.email ? one : two;
}

function mergedFields(one: Customer, two: Customer, override: Override) {
  const kept = survivor(one, two, override);
  const other = kept === one ? two : one;
  const pick = <K extends "email" | "phone" | "firstName" | "lastName">(name: K, chosen?: string | null) => {
    const id = idIn(chosen, "Customer");
    const [first, second] = id === other.id ? [other, kept] : [kept, other];
    return first[name] ?? second[name];
  };
  return {
    email: pick("email", override.customerIdOfEmailToKeep),
    phone: pick("phone", override.customerIdOfPhoneNumberToKeep),
    firstName: pick("firstName", override.customerIdOfFirstNameToKeep),
    lastName: pick("lastName", override.customerIdOfLastNameToKeep),
    note: override.note ?? ([kept.note, other.note].filter(Boolean).join(" ") || null),
    tags: override.tags ? inOrder(override.tags) : [...new Set([...kept.tags, ...other.tags])],
  };
}

function merge(
  { shop, world }: Context,
  one: Customer,
  two: Customer,
  override: Override,
  job: string,
): Customer {
  const kept = survivor(one, two, override);
  const gone = kept === one ? two : one;
  const fields = mergedFields(one, two, override);
  const [ownMetafields, others] = [kept.metafields ?? [], gone.metafields ?? []];
  const newMetafields = others.filter(
    (entry) =>
      !ownMetafields.some(({ namespace, key }) => namespace === entry.namespace && key === entry.key),
  );
  for (const order of shop.ordersOf(gone.id)) shop.orders.save(Object.assign(order, { customerId: kept.id }));
  shop.customers.delete(gone.id);
  setAddresses(kept, [...addressesOf(kept), ...addressesOf(gone)]);
  shop.customers.save(
    Object.assign(kept, fields, {
      metafields: [...ownMetafields, ...newMetafields],
      mergedIds: [...(kept.mergedIds ?? []), ...(gone.mergedIds ?? []), gone.id],
      mergeJobs: [...(kept.mergeJobs ?? []), ...(gone.mergeJobs ?? []), job],
      updatedAt: world.nowText(),
    }),
  );
  announce(shop, "customers/merge", {
    admin_graphql_api_customer_kept_id: gid("Customer", kept.id),
    admin_graphql_api_customer_deleted_id: gid("Customer", gone.id),
    admin_graphql_api_job_id: job,
    status: "completed",
    errors: [],
  });
  return kept;
}
