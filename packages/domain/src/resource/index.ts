export {
  listReturnResources,
  mostResources,
  type ResourceFilter,
  type ResourcePage,
  readReturnResource,
} from "./queries.ts";
export {
  type AmountsResource,
  amountsResource,
  type CreditResource,
  creditResource,
  legResource,
  moneyResource,
  type ReturnResource,
  returnResource,
} from "./resource.ts";
export { amountsOf, creditResourceOf, returnResourceOf } from "./return-resource.ts";
