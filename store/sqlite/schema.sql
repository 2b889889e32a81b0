-- One row a shard, an article, a claim; the numbers, times and places of a claim
-- in tables of their own, with n of the claim and their place in it.
create table shard(
  n integer primary key, input text not null unique, sha256 text not null);
create table article(
  n integer primary key, shard integer not null, id text not null, doc text not null,
  url text, title text, published text, digest blob not null, unique(shard, id, doc));
create index article_id on article(id);
create index article_published on article(published);
create table claim(
  n integer primary key, article integer not null, id text not null, section text not null, sentence integer not null,
  type text not null, stance text not null, factuality text not null, negated integer not null, conditional integer not null,
  source_kind text not null, source_name text, source_role text, source_ref text, cue text, content text,
  parent text, rule text not null, conf real not null, record text not null);
create index claim_article on claim(article);
create index claim_id on claim(id);
create index claim_source on claim(source_name collate nocase);
create table quantity(
  claim integer not null, i integer not null, text text not null, value real, low real, high real, unit text not null, of text not null,
  modifier text not null, bound text not null, role text not null, primary key(claim, i)) without rowid;
create index quantity_unit on quantity(unit, value, low, high);
create index quantity_value on quantity(value, low, high);
create table time(
  claim integer not null, i integer not null, text text not null, role text not null, type text not null, value text not null,
  "from" text not null, "to" text not null, primary key(claim, i)) without rowid;
create index time_from on time("from", "to");
create table place(
  claim integer not null, i integer not null, text text not null, iso text not null, primary key(claim, i)) without rowid;
create index place_iso on place(iso);
create index place_text on place(text collate nocase);
create virtual table words using fts5(content, source, content='', contentless_delete=1, tokenize='porter unicode61');
