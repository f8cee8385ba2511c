mod accounts;
mod imports;
mod openapi;
mod schema;
