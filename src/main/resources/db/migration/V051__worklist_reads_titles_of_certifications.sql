-- What other rooms' read models may join of the catalogue.
create view v_certification_title as
select id, title, number from certification;
