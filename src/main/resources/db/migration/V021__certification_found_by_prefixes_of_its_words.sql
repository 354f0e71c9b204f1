-- The words a certification is found by: number, title, branch, certifier, codes and titles of its blocs. A search reads
-- prefixes of them from the key; ligatures and apostrophes are evened out before, the collation ignores case and accents.
-- Rows that were here before get their words at the next start.
create table certification_word (
    word             varchar(60) not null,
    certification_id uuid        not null references certification (id),
    primary key (word, certification_id)
);

alter table certification drop column search_text;
