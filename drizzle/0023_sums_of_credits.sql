CREATE TABLE "credit_sums" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"state" text NOT NULL,
	"count" bigint NOT NULL,
	"base_minor" bigint NOT NULL,
	"bonus_minor" bigint NOT NULL,
	"spent_minor" bigint NOT NULL,
	"expired_minor" bigint NOT NULL,
	"taken_back_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owed_sums" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"month" date NOT NULL,
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"given_minor" bigint NOT NULL,
	"spent_minor" bigint NOT NULL,
	"expired_minor" bigint NOT NULL,
	"taken_back_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "credit_sums_by_day" ON "credit_sums" USING btree ("shop_id","day");--> statement-breakpoint
CREATE INDEX "owed_sums_by_day" ON "owed_sums" USING btree ("shop_id","day");--> statement-breakpoint
-- Walls, the same as everywhere. Sums are only added, and folded into fewer.
do $$
declare name text;
begin
  foreach name in array array['credit_sums', 'owed_sums'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
    execute format('grant select, insert, delete on %I to kept_app', name);
    execute format('grant select, insert on %I to kept_across', name);
  end loop;
end $$;--> statement-breakpoint

-- Whoever writes a credit, its sums follow, in the same transaction: what it was is taken away, what it is is added.
create function sum_credit(c credits, times int) returns void language sql as $$
  insert into credit_sums (shop_id, day, currency, state, count, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor)
  select c.shop_id, (c.issued_at at time zone s.time_zone)::date, c.currency, c.state, times, times * c.base_minor,
         times * c.bonus_minor, times * c.spent_minor, times * c.expired_minor, times * c.taken_back_minor
    from shops s where s.id = c.shop_id
$$;--> statement-breakpoint
create function keep_credit_sums() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform sum_credit(old, -1);
  end if;
  perform sum_credit(new, 1);
  return null;
end $$;--> statement-breakpoint
create trigger sums_new after insert on credits for each row execute function keep_credit_sums();--> statement-breakpoint
create trigger sums_changed after update on credits for each row
  when ((old.state, old.base_minor, old.bonus_minor, old.spent_minor, old.expired_minor, old.taken_back_minor, old.issued_at)
    is distinct from (new.state, new.base_minor, new.bonus_minor, new.spent_minor, new.expired_minor, new.taken_back_minor, new.issued_at))
  execute function keep_credit_sums();--> statement-breakpoint

-- What moved on a credit, under the month its base arrived in: what a leg gave, and what was used of it. What was used
-- of a credit whose base is not confirmed yet is added with the base.
create function keep_owed_of_leg() returns trigger language plpgsql as $$
begin
  insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
  select new.shop_id, date_trunc('month', b.confirmed_at at time zone s.time_zone)::date,
         (new.confirmed_at at time zone s.time_zone)::date, new.currency, new.amount_minor, 0, 0, 0
    from issuances i join shops s on s.id = i.shop_id
    join issuance_legs b on b.shop_id = i.shop_id and b.issuance_id = i.id and b.kind = 'base'
   where i.shop_id = new.shop_id and i.id = new.issuance_id and i.destination = 'store_credit';
  if new.kind = 'base' then
    insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
    select g.shop_id, date_trunc('month', new.confirmed_at at time zone s.time_zone)::date, (u.happened_at at time zone s.time_zone)::date,
           g.currency, 0, case u.kind when 'spent' then u.amount_minor else 0 end, case u.kind when 'expired' then u.amount_minor else 0 end,
           case u.kind when 'taken_back' then u.amount_minor else 0 end
      from issuance_legs g join credit_uses u on u.shop_id = g.shop_id and u.leg_id = g.id join shops s on s.id = g.shop_id
     where g.shop_id = new.shop_id and g.issuance_id = new.issuance_id;
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger owed_new after insert on issuance_legs for each row
  when (new.state = 'confirmed' and new.kind in ('base', 'bonus')) execute function keep_owed_of_leg();--> statement-breakpoint
create trigger owed_confirmed after update of state on issuance_legs for each row
  when (new.state = 'confirmed' and old.state <> 'confirmed' and new.kind in ('base', 'bonus')) execute function keep_owed_of_leg();--> statement-breakpoint
create function keep_owed_of_uses() returns trigger language plpgsql as $$
declare
  times int := tg_argv[0]::int;
begin
  -- A shop that is forgotten leaves no sums of what it had.
  if current_user = 'kept_redactor' then
    return null;
  end if;
  insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
  select g.shop_id, date_trunc('month', b.confirmed_at at time zone s.time_zone)::date, (u.happened_at at time zone s.time_zone)::date,
         g.currency, 0, times * coalesce(sum(u.amount_minor) filter (where u.kind = 'spent'), 0),
         times * coalesce(sum(u.amount_minor) filter (where u.kind = 'expired'), 0),
         times * coalesce(sum(u.amount_minor) filter (where u.kind = 'taken_back'), 0)
    from moved u join issuance_legs g on g.shop_id = u.shop_id and g.id = u.leg_id
    join issuance_legs b on b.shop_id = g.shop_id and b.issuance_id = g.issuance_id and b.kind = 'base' and b.state = 'confirmed'
    join shops s on s.id = g.shop_id
   group by 1, 2, 3, 4;
  return null;
end $$;--> statement-breakpoint
create trigger owed_used after insert on credit_uses referencing new table as moved for each statement execute function keep_owed_of_uses('1');--> statement-breakpoint
create trigger owed_unused after delete on credit_uses referencing old table as moved for each statement execute function keep_owed_of_uses('-1');--> statement-breakpoint

-- Credits that are there already get theirs.
set local role kept_across;--> statement-breakpoint
insert into credit_sums (shop_id, day, currency, state, count, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor)
select c.shop_id, (c.issued_at at time zone s.time_zone)::date, c.currency, c.state, count(*), sum(c.base_minor), sum(c.bonus_minor),
       sum(c.spent_minor), sum(c.expired_minor), sum(c.taken_back_minor)
  from credits c join shops s on s.id = c.shop_id group by 1, 2, 3, 4;--> statement-breakpoint
insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
select shop_id, date_trunc('month', given_at)::date, moved_at::date, currency, sum(given), sum(spent), sum(expired), sum(taken_back) from (
  select g.shop_id, b.confirmed_at at time zone s.time_zone as given_at, g.confirmed_at at time zone s.time_zone as moved_at, g.currency,
         g.amount_minor as given, 0 as spent, 0 as expired, 0 as taken_back
    from issuance_legs g join issuances i on i.shop_id = g.shop_id and i.id = g.issuance_id and i.destination = 'store_credit'
    join issuance_legs b on b.shop_id = g.shop_id and b.issuance_id = g.issuance_id and b.kind = 'base' and b.state = 'confirmed'
    join shops s on s.id = g.shop_id where g.state = 'confirmed' and g.kind in ('base', 'bonus')
  union all
  select g.shop_id, b.confirmed_at at time zone s.time_zone, u.happened_at at time zone s.time_zone, g.currency, 0,
         case u.kind when 'spent' then u.amount_minor else 0 end, case u.kind when 'expired' then u.amount_minor else 0 end,
         case u.kind when 'taken_back' then u.amount_minor else 0 end
    from credit_uses u join issuance_legs g on g.shop_id = u.shop_id and g.id = u.leg_id
    join issuance_legs b on b.shop_id = g.shop_id and b.issuance_id = g.issuance_id and b.kind = 'base' and b.state = 'confirmed'
    join shops s on s.id = g.shop_id) moved
 group by 1, 2, 3, 4;--> statement-breakpoint
reset role;
