-- Where BullMQ keeps its jobs when it runs on Postgres. It makes and changes its own tables; payloads are ids only.
create schema queue authorization ticket_pros_queue;
