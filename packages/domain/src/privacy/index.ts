export { carryOutWishes } from "./carry-out-wishes.ts";
export {
  type DataRequest,
  dataRequests,
  documentDays,
  dropOldDocuments,
  takeDocument,
} from "./data-requests.ts";
export { forgetShop } from "./forget-shop.ts";
