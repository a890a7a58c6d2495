//! Secrets.

use crate::{TestConnection, lists, state::TestState};
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use virt_conf::secret::Secret as Document;
use virt_core::{
    api::Secrets, connection::check_flags, constants::*, event::Event, records::Secret, types::*,
};
use virt_error::{Error, Origin, Result, bail, error};

const ORIGIN: Origin = Origin::Test;
/// Every flag of `virConnectListAllSecrets`.
const LIST: u32 = VIR_CONNECT_LIST_SECRETS_EPHEMERAL
    | VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL
    | VIR_CONNECT_LIST_SECRETS_PRIVATE
    | VIR_CONNECT_LIST_SECRETS_NO_PRIVATE;

/// The secrets.
#[derive(Default)]
pub struct SecretTable {
    secrets: RwLock<BTreeMap<Uuid, Entry>>,
}

/// One secret and its value.
#[derive(Clone)]
struct Entry {
    document: Arc<Document>,
    value: Option<Arc<[u8]>>,
}

impl Entry {
    fn record(&self) -> Secret {
        Secret {
            uuid: self.document.uuid(),
            usage_type: self.document.usage_kind() as i32,
            usage_id: self.document.usage_id().into(),
        }
    }

    fn passes(&self, flags: u32) -> bool {
        let (ephemeral, private) = (self.document.is_ephemeral(), self.document.is_private());
        lists::pair(
            flags,
            ephemeral,
            VIR_CONNECT_LIST_SECRETS_EPHEMERAL,
            VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL,
        ) && lists::pair(
            flags,
            private,
            VIR_CONNECT_LIST_SECRETS_PRIVATE,
            VIR_CONNECT_LIST_SECRETS_NO_PRIVATE,
        )
    }
}

#[cold]
fn no_secret(uuid: Uuid) -> Error {
    error!(Secret, NoSecret, "no secret with matching uuid '{uuid}'")
}

impl SecretTable {
    fn read(&self) -> RwLockReadGuard<'_, BTreeMap<Uuid, Entry>> {
        self.secrets.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, BTreeMap<Uuid, Entry>> {
        self.secrets.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, uuid: Uuid) -> Result<Entry> {
        self.read().get(&uuid).cloned().ok_or_else(|| no_secret(uuid))
    }
}

impl TestState {
    /// The value of a secret, for a guest's disk or a pool that needs it.
    pub fn secret_value(&self, uuid: Uuid) -> Result<Arc<[u8]>> {
        match self.secrets.find(uuid)?.value {
            Some(value) => Ok(value),
            None => bail!(Secret, NoSecret, "secret '{uuid}' does not have a value"),
        }
    }

    /// Changes the secrets as `change` says; the event that it makes is sent when nothing is locked.
    fn change_secrets<R>(
        &self,
        change: impl FnOnce(&mut BTreeMap<Uuid, Entry>) -> Result<(R, Event)>,
    ) -> Result<R> {
        let mut secrets = self.secrets.write();
        let (result, event) = change(&mut secrets)?;
        self.outbox.post([event]);
        drop(secrets);
        self.outbox.send();
        Ok(result)
    }
}

impl Secrets for TestConnection {
    fn connect_num_of_secrets(&self) -> Result<i32> {
        Ok(self.state.secrets.read().len() as i32)
    }

    fn connect_list_secrets(&self, maxuuids: i32) -> Result<List<String, 16384>> {
        let uuids = self.state.secrets.read().keys().map(Uuid::to_string).collect();
        Ok(lists::names(uuids, maxuuids))
    }

    fn connect_list_all_secrets(&self, need_results: i32, flags: u32) -> Result<Listing<Secret, 16384>> {
        check_flags(flags, LIST, ORIGIN, "testConnectListAllSecrets")?;
        let secrets = self.state.secrets.read();
        let passing = secrets.values().filter(|entry| entry.passes(flags)).map(Entry::record);
        Ok(Listing::new(passing.collect(), need_results))
    }

    fn secret_lookup_by_uuid(&self, uuid: Uuid) -> Result<Secret> {
        self.state.secrets.find(uuid).map(|entry| entry.record())
    }

    fn secret_lookup_by_usage(&self, usage_type: i32, usage_id: &str) -> Result<Secret> {
        let secrets = self.state.secrets.read();
        let mut records = secrets.values().map(Entry::record);
        let used = |secret: &Secret| {
            secret.usage_type != VIR_SECRET_USAGE_TYPE_NONE
                && secret.usage_type == usage_type
                && *secret.usage_id == *usage_id
        };
        match records.find(used) {
            Some(secret) => Ok(secret),
            None => bail!(Secret, NoSecret, "no secret with matching usage '{usage_id}'"),
        }
    }

    fn secret_define_xml(&self, xml: &str, flags: u32) -> Result<Secret> {
        check_flags(flags, VIR_SECRET_DEFINE_VALIDATE, ORIGIN, "testSecretDefineXML")?;
        let document = Document::parse(xml, flags & VIR_SECRET_DEFINE_VALIDATE != 0)?;
        self.state.change_secrets(|secrets| {
            let uuid = document.uuid();
            let new = Entry { document: Arc::new(document), value: None };
            let record = new.record();
            if let Some(old) = secrets.get(&uuid) {
                let (kind, user) = (old.document.usage_kind(), old.document.usage_id());
                if (kind, user) != (new.document.usage_kind(), new.document.usage_id()) {
                    let text = format!("a secret with UUID {uuid} is already defined for use with");
                    bail!(Secret, InternalError, "{text} {user}");
                }
                if old.document.is_private() && !new.document.is_private() {
                    bail!(Secret, OperationDenied, "cannot change private flag on existing secret");
                }
            } else if record.usage_type != VIR_SECRET_USAGE_TYPE_NONE {
                let same = |other: &Secret| {
                    (other.usage_type, &other.usage_id) == (record.usage_type, &record.usage_id)
                };
                if let Some(other) = secrets.values().map(Entry::record).find(same) {
                    let text = format!("a secret with UUID {} already defined for use with", other.uuid);
                    bail!(Secret, InternalError, "{text} {}", other.usage_id);
                }
            }
            let value = secrets.get(&uuid).and_then(|old| old.value.clone());
            secrets.insert(uuid, Entry { value, ..new });
            let event = VIR_SECRET_EVENT_DEFINED;
            Ok((record.clone(), Event::SecretLifecycle { secret: record, event, detail: 0 }))
        })
    }

    fn secret_undefine(&self, secret: &Secret) -> Result<()> {
        self.state.change_secrets(|secrets| {
            let entry = secrets.remove(&secret.uuid).ok_or_else(|| no_secret(secret.uuid))?;
            let event = VIR_SECRET_EVENT_UNDEFINED;
            Ok(((), Event::SecretLifecycle { secret: entry.record(), event, detail: 0 }))
        })
    }

    fn secret_get_xml_desc(&self, secret: &Secret, flags: u32) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testSecretGetXMLDesc")?;
        Ok(self.state.secrets.find(secret.uuid)?.document.format())
    }

    fn secret_set_value(&self, secret: &Secret, value: &Bytes<65536>, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testSecretSetValue")?;
        self.state.change_secrets(|secrets| {
            let entry = secrets.get_mut(&secret.uuid).ok_or_else(|| no_secret(secret.uuid))?;
            entry.value = Some(value.0.as_slice().into());
            Ok(((), Event::SecretValueChanged { secret: entry.record() }))
        })
    }

    fn secret_get_value(&self, secret: &Secret, flags: u32) -> Result<Bytes<65536>> {
        check_flags(flags, 0, ORIGIN, "testSecretGetValue")?;
        if self.state.secrets.find(secret.uuid)?.document.is_private() {
            bail!(Secret, InvalidSecret, "secret is private");
        }
        Ok(self.state.secret_value(secret.uuid)?.to_vec().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::open_node;
    use virt_error::Code;

    fn xml(last: u8, private: &str, usage: &str) -> String {
        format!(
            "<secret private='{private}'><uuid>00000000-0000-0000-0000-00000000000{last}</uuid>\
             <usage type='volume'><volume>{usage}</volume></usage></secret>"
        )
    }

    #[test]
    fn a_value_is_given_back_unless_it_is_private() {
        let secrets = open_node("<node/>").unwrap().secrets;
        let open = secrets.secret_define_xml(&xml(1, "no", "/a"), 0).unwrap();
        assert_eq!(secrets.secret_get_value(&open, 0).unwrap_err().code(), Code::NoSecret);
        secrets.secret_set_value(&open, &vec![0, 1, 2].into(), 0).unwrap();
        assert_eq!(secrets.secret_get_value(&open, 0).unwrap().0, [0, 1, 2]);
        let closed = secrets.secret_define_xml(&xml(2, "yes", "/b"), 0).unwrap();
        secrets.secret_set_value(&closed, &vec![1].into(), 0).unwrap();
        let error = secrets.secret_get_value(&closed, 0).unwrap_err();
        assert_eq!(error.message(), "Invalid secret: secret is private");
        assert_eq!(secrets.connect_list_all_secrets(1, VIR_CONNECT_LIST_SECRETS_PRIVATE).unwrap().count, 1);
    }

    #[test]
    fn one_user_has_one_secret() {
        let secrets = open_node("<node/>").unwrap().secrets;
        let first = secrets.secret_define_xml(&xml(1, "yes", "/a"), 0).unwrap();
        assert_eq!(secrets.secret_lookup_by_usage(VIR_SECRET_USAGE_TYPE_VOLUME, "/a").unwrap(), first);
        assert!(secrets.secret_define_xml(&xml(2, "no", "/a"), 0).is_err());
        assert!(secrets.secret_define_xml(&xml(1, "yes", "/b"), 0).is_err());
        let error = secrets.secret_define_xml(&xml(1, "no", "/a"), 0).unwrap_err();
        assert_eq!(error.code(), Code::OperationDenied);
        secrets.secret_undefine(&first).unwrap();
        assert_eq!(secrets.secret_undefine(&first).unwrap_err().code(), Code::NoSecret);
    }
}
