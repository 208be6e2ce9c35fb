CREATE TABLE "reversals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"issuance_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"lines" jsonb NOT NULL,
	"currency" char(3) NOT NULL,
	"wanted_base_minor" bigint NOT NULL,
	"wanted_bonus_minor" bigint NOT NULL,
	"taken_base_minor" bigint NOT NULL,
	"taken_bonus_minor" bigint NOT NULL,
	"shortfall_minor" bigint NOT NULL,
	"seen" jsonb NOT NULL,
	"reason" text NOT NULL,
	"actor" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "reversals_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "reversals_once" UNIQUE("shop_id","issuance_id","ordinal"),
	CONSTRAINT "reversals_sums" CHECK ("reversals"."taken_base_minor" >= 0 and "reversals"."taken_bonus_minor" >= 0
        and "reversals"."taken_base_minor" <= "reversals"."wanted_base_minor" and "reversals"."taken_bonus_minor" <= "reversals"."wanted_bonus_minor"
        and "reversals"."taken_base_minor" + "reversals"."taken_bonus_minor" > 0
        and "reversals"."wanted_base_minor" + "reversals"."wanted_bonus_minor" = "reversals"."taken_base_minor" + "reversals"."taken_bonus_minor" + "reversals"."shortfall_minor")
);
--> statement-breakpoint
ALTER TABLE "issuance_legs" DROP CONSTRAINT "issuance_legs_obligation";--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD COLUMN "ordinal" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD COLUMN "disowned" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "leg_attempts" ADD COLUMN "repeated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "without_mirror" text;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_issuance" FOREIGN KEY ("shop_id","issuance_id") REFERENCES "public"."issuances"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reversals_by_return" ON "reversals" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_claim_per_remote_refund" ON "issuance_legs" USING btree ("shop_id","remote_refund_gid") WHERE remote_refund_gid is not null;--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD CONSTRAINT "issuance_legs_obligation" UNIQUE("shop_id","issuance_id","kind","ordinal");--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD CONSTRAINT "issuance_legs_ordinal" CHECK ("issuance_legs"."ordinal" > 0 and ("issuance_legs"."kind" in ('reversal', 'repayment') or "issuance_legs"."ordinal" = 1));--> statement-breakpoint

-- The wall. A reversal is decided once; what came of it is its leg.
alter table reversals enable row level security;--> statement-breakpoint
alter table reversals force row level security;--> statement-breakpoint
create policy own_shop on reversals to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on reversals to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert on reversals to kept_app;--> statement-breakpoint
grant select, insert, update, delete on reversals to kept_across;--> statement-breakpoint
create trigger history before update or delete on reversals for each row execute function refuse_rewriting();--> statement-breakpoint

-- What a leg promises includes which reversal it belongs to; and nothing is paid back before it was taken back.
create or replace function keep_leg_lawful() returns trigger language plpgsql as $$
begin
  if (new.id, new.shop_id, new.issuance_id, new.return_id, new.kind, new.ordinal, new.method, new.lane_id, new.order_gid, new.amount_minor, new.currency, new.request, new.request_hash)
     is distinct from
     (old.id, old.shop_id, old.issuance_id, old.return_id, old.kind, old.ordinal, old.method, old.lane_id, old.order_gid, old.amount_minor, old.currency, old.request, old.request_hash) then
    raise exception 'what a leg promises never changes' using errcode = 'KE002';
  end if;
  if (old.remote_transaction_gid is not null and new.remote_transaction_gid is distinct from old.remote_transaction_gid)
     or (old.remote_refund_gid is not null and new.remote_refund_gid is distinct from old.remote_refund_gid) then
    raise exception 'a leg answers to one remote transaction' using errcode = 'KE003';
  end if;
  if old.state <> new.state and not (old.state, new.state) in (
    ('ready', 'sending'), ('ready', 'confirmed'), ('ready', 'human'),
    ('sending', 'confirmed'), ('sending', 'unknown'), ('sending', 'ready'), ('sending', 'human'),
    ('unknown', 'confirmed'), ('unknown', 'ready'), ('unknown', 'human'),
    ('human', 'confirmed'), ('human', 'ready'), ('human', 'rejected')
  ) then
    raise exception 'a leg does not go from % to %', old.state, new.state using errcode = 'KE004';
  end if;
  if old.state = 'ready' and new.state = 'sending' then
    if new.kind = 'bonus' and not exists (
      select 1 from issuance_legs b where b.shop_id = new.shop_id and b.issuance_id = new.issuance_id
        and b.kind = 'base' and b.state = 'confirmed') then
      raise exception 'a bonus is never sent before its base is confirmed' using errcode = 'KE005';
    end if;
    if new.kind = 'repayment' and not exists (
      select 1 from issuance_legs r where r.shop_id = new.shop_id and r.issuance_id = new.issuance_id
        and r.kind = 'reversal' and r.ordinal = new.ordinal and r.state = 'confirmed') then
      raise exception 'nothing is paid back before it was taken back' using errcode = 'KE011';
    end if;
  end if;
  if new.state = 'sending' and old.state <> 'sending' and not exists (
    select 1 from leg_attempts a where a.shop_id = new.shop_id and a.leg_id = new.id and a.outcome is null) then
    raise exception 'nothing is sent before its attempt is written' using errcode = 'KE006';
  end if;
  return new;
end $$;
