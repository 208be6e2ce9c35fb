export { type CustomerRow, listCustomers } from "./list-customers.ts";
export {
  type AccountMovement,
  type CustomerAccount,
  type CustomerDetail,
  liveAccounts,
  readCustomer,
} from "./read-customer.ts";
