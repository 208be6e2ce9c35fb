export {
  beginSignIn,
  draftOfOwnOrder,
  finishSignIn,
  type OrderToReturn,
  ordersToReturn,
  type SignInRefusal,
  type SignInStarted,
} from "./account-sign-in.ts";
