export { deliverWebhook, mostTries } from "./deliver-webhook.ts";
export { type Delivery, listDeliveries, replayDelivery } from "./delivery-log.ts";
export { type Endpoint, type UrlProblem, urlProblem } from "./endpoint.ts";
export {
  addEndpoint,
  changeEndpoint,
  changeSecret,
  type EndpointRefusal,
  listEndpoints,
  mostEndpoints,
  readEndpoint,
  removeEndpoint,
  secretOverlapHours,
} from "./manage-endpoints.ts";
export { sweepDeliveries } from "./sweep-deliveries.ts";
export { type Topic, topics } from "./topics.ts";
