CREATE TABLE "credit_accounts" (
	"shop_id" uuid NOT NULL,
	"lane_id" uuid PRIMARY KEY NOT NULL,
	"account_gid" text,
	"opening_minor" bigint DEFAULT 0 NOT NULL,
	"balance_minor" bigint NOT NULL,
	"unexplained_minor" bigint DEFAULT 0 NOT NULL,
	"newest" text,
	"complete" boolean NOT NULL,
	"read_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "credit_accounts_tenant" UNIQUE("shop_id","lane_id")
);
--> statement-breakpoint
CREATE TABLE "credit_uses" (
	"shop_id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"credit_gid" text NOT NULL,
	"movement_gid" text NOT NULL,
	"leg_id" uuid,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credit_uses_shop_id_lane_id_movement_gid_credit_gid_pk" PRIMARY KEY("shop_id","lane_id","movement_gid","credit_gid")
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"issuance_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"customer_gid" text,
	"currency" char(3) NOT NULL,
	"state" text NOT NULL,
	"base_minor" bigint NOT NULL,
	"bonus_minor" bigint NOT NULL,
	"spent_minor" bigint NOT NULL,
	"expired_minor" bigint NOT NULL,
	"taken_back_minor" bigint NOT NULL,
	"left_minor" bigint GENERATED ALWAYS AS (base_minor + bonus_minor - spent_minor - expired_minor - taken_back_minor) STORED NOT NULL,
	"expires_at" timestamp with time zone,
	"issued_at" timestamp with time zone NOT NULL,
	"first_spent_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "credits_shop_id_issuance_id_pk" PRIMARY KEY("shop_id","issuance_id")
);
--> statement-breakpoint
CREATE TABLE "figure_days" (
	"shop_id" uuid NOT NULL,
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"figure" text NOT NULL,
	"sum" bigint NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "figure_days_shop_id_day_currency_figure_pk" PRIMARY KEY("shop_id","day","currency","figure")
);
--> statement-breakpoint
CREATE TABLE "figure_marks" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"folded_to" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redeeming_orders" (
	"shop_id" uuid NOT NULL,
	"order_gid" text NOT NULL,
	"name" text NOT NULL,
	"currency" char(3) NOT NULL,
	"total_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "redeeming_orders_shop_id_order_gid_pk" PRIMARY KEY("shop_id","order_gid")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"key" text NOT NULL,
	"says" text NOT NULL,
	"detail" jsonb NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"over_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "differences" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"lane_id" uuid,
	"customer_gid" text,
	"currency" char(3) NOT NULL,
	"ours_minor" bigint NOT NULL,
	"theirs_minor" bigint NOT NULL,
	"remote_gid" text,
	"leg_id" uuid,
	"return_id" uuid,
	"order_gid" text,
	"note" text,
	"happened_at" timestamp with time zone NOT NULL,
	"found_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"action" text,
	"resolved_by" jsonb,
	"reason" text,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "differences_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "differences_once" UNIQUE("shop_id","key")
);
--> statement-breakpoint
CREATE TABLE "reconciliation_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"night" text,
	"actor" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"accounts" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"found" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"reason" text,
	"started_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "reconciliation_runs_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "reconciliation_runs_night" UNIQUE("shop_id","night")
);
--> statement-breakpoint
DROP INDEX "returns_by_customer";--> statement-breakpoint
ALTER TABLE "lane_observations" ADD COLUMN "origin_transaction_gid" text;--> statement-breakpoint
ALTER TABLE "lane_observations" ADD COLUMN "related_gid" text;--> statement-breakpoint
ALTER TABLE "lane_observations" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "lane_observations" ADD COLUMN "posted_as" text;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD COLUMN "happened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_lane" FOREIGN KEY ("shop_id","lane_id") REFERENCES "public"."credit_lanes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_lane" FOREIGN KEY ("shop_id","lane_id") REFERENCES "public"."credit_lanes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_leg" FOREIGN KEY ("shop_id","leg_id") REFERENCES "public"."issuance_legs"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_issuance" FOREIGN KEY ("shop_id","issuance_id") REFERENCES "public"."issuances"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_days" ADD CONSTRAINT "figure_days_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_marks" ADD CONSTRAINT "figure_marks_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redeeming_orders" ADD CONSTRAINT "redeeming_orders_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_lane" FOREIGN KEY ("shop_id","lane_id") REFERENCES "public"."credit_lanes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_leg" FOREIGN KEY ("shop_id","leg_id") REFERENCES "public"."issuance_legs"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_runs" ADD CONSTRAINT "reconciliation_runs_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_uses_by_leg" ON "credit_uses" USING btree ("shop_id","leg_id");--> statement-breakpoint
CREATE INDEX "credits_list" ON "credits" USING btree ("shop_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "credits_by_currency" ON "credits" USING btree ("shop_id","currency","issued_at","id");--> statement-breakpoint
CREATE INDEX "credits_by_state" ON "credits" USING btree ("shop_id","state","issued_at","id");--> statement-breakpoint
CREATE INDEX "credits_by_return" ON "credits" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "credits_by_customer" ON "credits" USING btree ("shop_id","customer_gid","issued_at");--> statement-breakpoint
CREATE INDEX "redeeming_orders_newly_seen" ON "redeeming_orders" USING btree ("shop_id","seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("shop_id","key") WHERE over_at is null;--> statement-breakpoint
CREATE INDEX "differences_list" ON "differences" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "differences_open" ON "differences" USING btree ("shop_id","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "differences_by_lane" ON "differences" USING btree ("shop_id","lane_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliation_runs_one" ON "reconciliation_runs" USING btree ("shop_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "reconciliation_runs_newest" ON "reconciliation_runs" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "issuance_legs_confirmed_lately" ON "issuance_legs" USING btree ("confirmed_at") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "issuance_legs_by_lane" ON "issuance_legs" USING btree ("shop_id","lane_id");--> statement-breakpoint
CREATE INDEX "lane_observations_by_leg" ON "lane_observations" USING btree ("shop_id","leg_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_time" ON "ledger_entries" USING btree ("shop_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_newly_posted" ON "ledger_entries" USING btree ("shop_id","posted_at");--> statement-breakpoint
CREATE INDEX "returns_by_customer" ON "returns" USING btree ("shop_id","customer_gid","id");--> statement-breakpoint
-- Walls, the same as everywhere. Uses and figures are written anew; everything else here is never removed.
do $$
declare name text;
begin
  foreach name in array array['credit_accounts', 'credit_uses', 'credits', 'redeeming_orders', 'figure_days', 'figure_marks', 'reconciliation_runs', 'differences', 'alerts']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
    execute format('grant select, insert, update on %I to kept_app', name);
    execute format('grant select, insert, update on %I to kept_across', name);
  end loop;
end $$;--> statement-breakpoint
grant delete on credit_uses to kept_app;--> statement-breakpoint

-- What was found never changes; it is resolved once, by somebody.
create function keep_difference() returns trigger language plpgsql as $$
begin
  if (new.id, new.shop_id, new.key, new.kind, new.lane_id, new.customer_gid, new.currency, new.ours_minor, new.theirs_minor, new.remote_gid, new.leg_id, new.return_id, new.order_gid, new.note, new.happened_at, new.found_at)
     is distinct from
     (old.id, old.shop_id, old.key, old.kind, old.lane_id, old.customer_gid, old.currency, old.ours_minor, old.theirs_minor, old.remote_gid, old.leg_id, old.return_id, old.order_gid, old.note, old.happened_at, old.found_at) then
    raise exception 'what was found never changes' using errcode = 'KE001';
  end if;
  if old.resolved_at is not null then
    raise exception 'a difference is resolved once' using errcode = 'KE001';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger found_once before update on differences for each row execute function keep_difference();--> statement-breakpoint
alter table differences add constraint differences_resolved check
  ((resolved_at is null) = (action is null) and (resolved_at is null) = (resolved_by is null));--> statement-breakpoint

-- Whose account an entry is about: what is there already learns it from its leg's lane.
alter table ledger_entries disable trigger history;--> statement-breakpoint
set local role kept_across;--> statement-breakpoint
update ledger_entries e set customer_gid = l.owner_gid from issuance_legs g join credit_lanes l on l.id = g.lane_id
 where g.shop_id = e.shop_id and g.id = e.leg_id and l.owner_gid like 'gid://shopify/Customer/%';--> statement-breakpoint
update ledger_entries set happened_at = posted_at;--> statement-breakpoint
reset role;--> statement-breakpoint
alter table ledger_entries enable trigger history;--> statement-breakpoint

-- Credits that are there already get their row; what became of them is seen at their first reconciliation.
set local role kept_across;--> statement-breakpoint
insert into credits (shop_id, issuance_id, return_id, customer_gid, currency, state, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor, issued_at)
select i.shop_id, i.id, i.return_id, r.customer_gid, r.currency,
       case r.credit_state when 'issued' then 'unspent' when 'review' then 'review' when 'failed' then 'failed' else 'issuing' end,
       coalesce(sum(l.amount_minor) filter (where l.kind = 'base' and l.state = 'confirmed'), 0),
       coalesce(sum(l.amount_minor) filter (where l.kind = 'bonus' and l.state = 'confirmed'), 0), 0, 0, 0,
       coalesce(min(l.confirmed_at), i.created_at)
  from issuances i join returns r on r.shop_id = i.shop_id and r.id = i.return_id
  join issuance_legs l on l.shop_id = i.shop_id and l.issuance_id = i.id and l.kind in ('base', 'bonus')
 where i.destination = 'store_credit'
 group by i.shop_id, i.id, i.return_id, r.customer_gid, r.currency, r.credit_state;--> statement-breakpoint
reset role;
