mod accounts;
mod openapi;
