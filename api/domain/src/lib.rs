//! The rules of a teacher-training project, with no clock, no database and no HTTP in them.

pub mod access;
pub mod catalog;
pub mod certificates;
pub mod classes;
pub mod columns;
pub mod differences;
pub mod enrollment;
pub mod formation;
pub mod gender;
pub mod grade;
pub mod homework;
pub mod id_number;
pub mod imports;
pub mod learning;
pub mod library;
pub mod machine;
pub mod number;
pub mod organization;
pub mod phone;
pub mod policy;
pub mod practice;
pub mod project;
pub mod qualification;
pub mod rates;
pub mod reference;
pub mod refusal;
pub mod reports;
pub mod roster;
pub mod selection;
pub mod text;
mod words;

pub use gender::Gender;
pub use id_number::IdNumber;
pub use number::Hundredths;
pub use phone::Phone;
pub use refusal::{Fault, Kind, Refusal};
