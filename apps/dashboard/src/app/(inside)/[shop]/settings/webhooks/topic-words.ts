import type { Topic } from "@kept/domain";

/** When a topic is told. */
export const topicWords: Record<Topic, string> = {
  "return.requested": "A customer asked for a return",
  "return.approved": "A return was approved",
  "return.declined": "A return was declined",
  "return.cancelled": "A return was taken back",
  "return.in_transit": "Its parcel is on the way",
  "return.received": "Its parcel arrived",
  "return.inspected": "Its goods were looked at",
  "return.refunded": "The original payment went back",
  "credit.issued": "Store credit was issued, base and bonus",
  "credit.reversed": "Store credit was taken back",
  "credit.review": "A payment needs a second look",
};
