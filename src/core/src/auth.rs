//! Where a user name and a password come from: `auth.conf`, then the user.

use crate::{
    connection::{Authenticator, Credential, OpenRequest},
    uri::Uri,
};
use std::{env, fs, path::PathBuf};
use virt_error::{Error, Origin, Result, bail};

const AUTHNAME: i32 = crate::constants::VIR_CRED_AUTHNAME;
const PASSPHRASE: i32 = crate::constants::VIR_CRED_PASSPHRASE;
const NOECHOPROMPT: i32 = crate::constants::VIR_CRED_NOECHOPROMPT;

/// The directories of one user's configuration: `$XDG_CONFIG_HOME/libvirt`, else `~/.config/libvirt`.
pub fn user_config_dir() -> Option<PathBuf> {
    let base = match env::var_os("XDG_CONFIG_HOME").filter(|dir| !dir.is_empty()) {
        Some(dir) => PathBuf::from(dir),
        None => PathBuf::from(env::var_os("HOME")?).join(".config"),
    };
    Some(base.join("libvirt"))
}

/// Gives the credentials for `service` on `host`, from the configuration where it has them.
pub struct Credentials<'a> {
    request: &'a OpenRequest<'a>,
    service: &'a str,
    host: &'a str,
    file: KeyFile,
}

impl<'a> Credentials<'a> {
    /// Errors: an `auth.conf` that cannot be read or is malformed.
    pub fn new(request: &'a OpenRequest<'a>, uri: &Uri, service: &'a str, host: &'a str) -> Result<Self> {
        let file = match config_path(uri)? {
            Some(path) => KeyFile::parse(
                &fs::read_to_string(&path).map_err(|cause| {
                    Error::system(Origin::Auth, format!("Failed to open file '{}'", path.display()), &cause)
                })?,
                &path.display().to_string(),
            )?,
            None => KeyFile::default(),
        };
        Ok(Credentials { request, service, host, file })
    }

    /// The user name: from the file, else asked for with `default`.
    ///
    /// Errors: `VIR_ERR_INVALID_ARG` without a way to ask, `VIR_ERR_AUTH_FAILED` when the way cannot give names.
    pub fn username(&self, default: Option<&str>) -> Result<String> {
        if let Some(name) = self.file.credential(self.service, self.host, "username")? {
            return Ok(name.to_owned());
        }
        let auth = self.authenticator()?;
        if !auth.kinds().contains(&AUTHNAME) {
            bail!(Auth, AuthFailed, "Missing VIR_CRED_AUTHNAME credential type");
        }
        let prompt = match default {
            Some(default) => format!("Enter username for {} [{default}]", self.host),
            None => format!("Enter username for {}", self.host),
        };
        self.ask(auth, AUTHNAME, prompt, default, "Username request failed")
    }

    /// The password of `user`: from the file, else asked for.
    ///
    /// Errors: as for [`Credentials::username`].
    pub fn password(&self, user: &str) -> Result<String> {
        if let Some(password) = self.file.credential(self.service, self.host, "password")? {
            return Ok(password.to_owned());
        }
        let auth = self.authenticator()?;
        let kinds = auth.kinds();
        let Some(kind) = [PASSPHRASE, NOECHOPROMPT].into_iter().find(|kind| kinds.contains(kind)) else {
            bail!(Auth, AuthFailed, "Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type");
        };
        let prompt = format!("Enter {user}'s password for {}", self.host);
        self.ask(auth, kind, prompt, None, "Password request failed")
    }

    fn authenticator(&self) -> Result<&dyn Authenticator> {
        match self.request.auth {
            Some(auth) => Ok(auth),
            None => bail!(Auth, InvalidArg, "Missing authentication credentials"),
        }
    }

    fn ask(
        &self,
        auth: &dyn Authenticator,
        kind: i32,
        prompt: String,
        default: Option<&str>,
        failure: &str,
    ) -> Result<String> {
        let mut credentials = [Credential {
            kind,
            prompt,
            challenge: Some(self.host.to_owned()),
            default: default.map(str::to_owned),
            result: None,
        }];
        if auth.ask(&mut credentials).is_err() {
            bail!(Auth, AuthFailed, "{failure}");
        }
        let [answer] = credentials;
        let answer = answer.result.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        match answer.or_else(|| default.map(str::to_owned)) {
            Some(answer) => Ok(answer),
            None => bail!(Auth, AuthFailed, "{failure}"),
        }
    }
}

/// The file that `auth.conf` is read from: the URI's `authfile`, `LIBVIRT_AUTH_FILE`, the user's, the host's.
fn config_path(uri: &Uri) -> Result<Option<PathBuf>> {
    if let Some(path) = uri.parameter("authfile") {
        return Ok(Some(PathBuf::from(path)));
    }
    if let Some(path) = env::var_os("LIBVIRT_AUTH_FILE") {
        return Ok(Some(PathBuf::from(path)));
    }
    let users = user_config_dir().map(|dir| dir.join("auth.conf"));
    let hosts = PathBuf::from("/etc/libvirt/auth.conf");
    Ok(users.into_iter().chain([hosts]).find(|path| path.exists()))
}

/// A file of `[group]` headings and `key=value` lines.
#[derive(Default)]
struct KeyFile {
    path: String,
    groups: Vec<(String, Vec<(String, String)>)>,
}

impl KeyFile {
    fn parse(text: &str, path: &str) -> Result<KeyFile> {
        let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') || line.starts_with(';') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                groups.push((name.to_owned(), Vec::new()));
            } else if let (Some((key, value)), Some(group)) = (line.split_once('='), groups.last_mut()) {
                group.1.push((key.trim().to_owned(), value.trim().to_owned()));
            } else {
                bail!(Conf, ConfSyntax, "{path}:{}: expecting a group heading or an assignment", number + 1);
            }
        }
        Ok(KeyFile { path: path.to_owned(), groups })
    }

    fn get(&self, group: &str, key: &str) -> Option<&str> {
        let (_, pairs) = self.groups.iter().find(|(name, _)| name == group)?;
        pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    fn has(&self, group: &str) -> bool {
        self.groups.iter().any(|(name, _)| name == group)
    }

    /// `key` of the credentials that `[auth-SERVICE-HOST]`, or `[auth-SERVICE-default]`, points at.
    ///
    /// Errors: `VIR_ERR_CONF_SYNTAX` when it points at nothing.
    fn credential(&self, service: &str, host: &str, key: &str) -> Result<Option<&str>> {
        let groups = [host, "default"].map(|host| format!("auth-{service}-{host}"));
        let Some(from) = groups.iter().find(|group| self.has(group)) else { return Ok(None) };
        let path = &self.path;
        let Some(name) = self.get(from, "credentials") else {
            bail!(None, ConfSyntax, "Missing item 'credentials' in group '{from}' in '{path}'");
        };
        let group = format!("credentials-{name}");
        if !self.has(&group) {
            bail!(None, ConfSyntax, "Missing group '{group}' referenced from group '{from}' in '{path}'");
        }
        Ok(self.get(&group, key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_has_its_own_credentials_or_the_default_ones() {
        let text = "[credentials-a]\nusername=fred\npassword=s3cret\n# note\n[auth-test-localhost]\ncredentials=a\n\
                    [credentials-b]\nusername=joe\n[auth-esx-default]\ncredentials=b\n";
        let file = KeyFile::parse(text, "auth.conf").unwrap();
        assert_eq!(file.credential("test", "localhost", "password").unwrap(), Some("s3cret"));
        assert_eq!(file.credential("esx", "h", "username").unwrap(), Some("joe"));
        assert_eq!(file.credential("esx", "h", "password").unwrap(), None);
        assert_eq!(file.credential("xen", "localhost", "username").unwrap(), None);
        assert!(KeyFile::parse("username=x", "auth.conf").is_err());
        let dangling = KeyFile::parse("[auth-test-h]\ncredentials=a\n", "auth.conf").unwrap();
        assert!(dangling.credential("test", "h", "username").is_err());
    }
}
