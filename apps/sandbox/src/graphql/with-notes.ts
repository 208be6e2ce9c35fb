import { GraphQLInputObjectType, GraphQLObjectType, type GraphQLSchema, GraphQLString } from "graphql";

const noted = [
  "StoreCreditAccountCreditTransaction",
  "StoreCreditAccountDebitTransaction",
  "StoreCreditAccountDebitRevertTransaction",
  "StoreCreditAccountExpirationTransaction",
];

/** API 2027-01 as announced: a merchant-only note on every store-credit movement. */
export function withNotes(schema: GraphQLSchema): GraphQLSchema {
  const description = "A note about the transaction, visible to the merchant only. At most 5,000 characters.";
  for (const name of ["StoreCreditAccountCreditInput", "StoreCreditAccountDebitInput"]) {
    const type = schema.getType(name);
    const donor = new GraphQLInputObjectType({
      name,
      fields: { note: { type: GraphQLString, description } },
    });
    if (type instanceof GraphQLInputObjectType) Object.assign(type.getFields(), donor.getFields());
  }
  for (const name of [...noted, "StoreCreditAccountTransaction"]) {
    const type = schema.getType(name);
    const donor = new GraphQLObjectType({ name, fields: { note: { type: GraphQLString, description } } });
    if (type && "getFields" in type) Object.assign(type.getFields(), donor.getFields());
  }
  return schema;
}
