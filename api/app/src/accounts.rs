//! Signing in and out, first sign-in, sessions, and who the caller is.

mod activation;
mod passwords;
mod people;
mod sessions;
mod sheet;
mod sign_in;
mod turns;

pub use activation::{
    Activation, CheckedPerson, Issued, OwnPlace, activate, check_code, issue_codes,
};
pub use passwords::Passwords;
pub use people::{Contact, Revealed, change_contact, contact, reset_code, reveal, revoke_sessions};
pub use sessions::{
    Me, Opened, Sessions, change_password, choose_appointment, confirm, end_session, identify,
    list_sessions, me, refresh,
};
pub use sheet::{ForWhom, Line, Sheet, issue_sheet};
pub use sign_in::{Credentials, sign_in};
pub use store::accounts::{Person, Session};
pub use turns::Turns;
