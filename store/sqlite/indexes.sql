-- What queries over millions of claims need beside the rows: numbers with what they count, and the
-- fields that claims are told apart and counted by, whose index has the claims of a value in order.
drop index quantity_unit;
drop index quantity_value;
create index quantity_unit on quantity(unit, value, low, high, of);
create index quantity_value on quantity(value, low, high, of);
create index claim_kind on claim(source_kind);
create index claim_type on claim(type);
create index claim_stance on claim(stance);
create index claim_factuality on claim(factuality);
