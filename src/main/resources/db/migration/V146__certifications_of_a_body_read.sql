-- What other rooms' read models may join: which certifications a body owns.
create view v_certification_owned as
select id, certifying_body_id, title, number from certification where certifying_body_id is not null;
