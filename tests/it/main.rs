mod accounts;
mod openapi;
mod schema;
