-- As real, 0.01 came back as 0.009999999776482582, and a ticket was judged by that.
alter table accounts alter column error_target type double precision using round(error_target::numeric, 4);
