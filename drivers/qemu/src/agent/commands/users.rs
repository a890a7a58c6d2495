//! Who may use the guest, and who does.

use super::super::Agent;
use crate::monitor::Fields;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use virt_error::{Result, bail, error};

/// Somebody who is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestUser {
    pub name: String,
    /// Of a Windows guest.
    pub domain: Option<String>,
    /// In milliseconds since 1970.
    pub login: u64,
}

impl Agent {
    pub fn users(&self) -> Result<Vec<GuestUser>> {
        let value = self.run("guest-get-users", Value::Null)?;
        let read = |fields: Fields<'_>| {
            // Seconds with a fraction.
            let login = fields.find("login-time").and_then(Value::as_f64);
            let login = login.ok_or_else(|| {
                error!(Qemu, InternalError, "'login-time' missing in reply of guest-get-users")
            })?;
            Ok(GuestUser {
                name: fields.text("user")?.to_owned(),
                domain: fields.some_text("domain")?.map(str::to_owned),
                login: (login * 1000.0) as u64,
            })
        };
        Fields::list("guest-get-users", &value)?.into_iter().map(read).collect()
    }

    /// `crypted`: the password is a hash that the guest stores as it is.
    pub fn set_password(&self, user: &str, password: &str, crypted: bool) -> Result<()> {
        let password = STANDARD.encode(password.as_bytes());
        self.tell(
            "guest-set-user-password",
            json!({"username": user, "password": password, "crypted": crypted}),
        )
    }

    pub fn ssh_keys(&self, user: &str) -> Result<Vec<String>> {
        let value = self.run("guest-ssh-get-authorized-keys", json!({"username": user}))?;
        let Some(keys) = value.get("keys").and_then(Value::as_array) else {
            bail!(Qemu, InternalError, "qemu agent didn't return an array of keys");
        };
        let key = |key: &Value| {
            let text = key.as_str().map(str::to_owned);
            text.ok_or_else(|| error!(Qemu, InternalError, "qemu agent didn't return an array of keys"))
        };
        keys.iter().map(key).collect()
    }

    /// Adds keys to those of `user`; with `reset` in their place.
    pub fn add_ssh_keys(&self, user: &str, keys: &[String], reset: bool) -> Result<()> {
        self.tell("guest-ssh-add-authorized-keys", json!({"username": user, "keys": keys, "reset": reset}))
    }

    pub fn remove_ssh_keys(&self, user: &str, keys: &[String]) -> Result<()> {
        self.tell("guest-ssh-remove-authorized-keys", json!({"username": user, "keys": keys}))
    }
}
