export { type CustomerRow, listCustomers } from "./list-customers.ts";
export {
  type AccountMovement,
  type CustomerAccount,
  type CustomerDetail,
  liveBalances,
  readCustomer,
} from "./read-customer.ts";
