use store::bulk::roster::NewPerson;
use uuid::Uuid;

use crate::{Result, secrets::Vault};

/// Somebody new; sealed only when it is written.
pub(super) struct Newcomer {
    pub(super) id: Uuid,
    pub(super) account: Uuid,
    pub(super) name: String,
    pub(super) gender: &'static str,
    pub(super) id_no: String,
    pub(super) id_no_hash: Vec<u8>,
    pub(super) phone: String,
    pub(super) phone_hash: Vec<u8>,
    pub(super) staff_no: Option<String>,
}

impl Newcomer {
    /// The person as it is kept.
    pub(super) fn sealed(self, vault: &Vault) -> Result<NewPerson> {
        Ok(NewPerson {
            id_no_sealed: Some(vault.seal(self.id, &self.id_no)?),
            phone_sealed: Some(vault.seal(self.id, &self.phone)?),
            id: self.id,
            account: self.account,
            name: self.name,
            gender: Some(self.gender.to_owned()),
            id_no_hash: Some(self.id_no_hash),
            phone_hash: Some(self.phone_hash),
            key_id: vault.key_id().to_owned(),
            staff_no: self.staff_no,
        })
    }
}
