-- What other rooms' read models may join of the deposits.
create view v_livret2_deposit as
select journey_id, attempt, number, deposited_at from livret2_deposit;
