//! Who may connect, when a node file lists users.

use virt_core::{
    connection::{Authenticator, Credential},
    constants::*,
};
use virt_error::{Result, bail};
use virt_xml::Node;

/// Asks who connects, and holds the answer against the users of `auth`. Without users everybody may.
///
/// Errors: `VIR_ERR_INVALID_ARG` when nobody can be asked, `VIR_ERR_AUTH_FAILED` for a wrong answer.
pub fn check(auth: Option<Node<'_>>, user: Option<&dyn Authenticator>) -> Result<()> {
    let users: Vec<(String, Option<&str>)> = auth
        .into_iter()
        .flat_map(|auth| auth.children().filter(|node| node.name() == "user"))
        .map(|node| (node.content().into_owned(), node.attribute("password")))
        .collect();
    if users.is_empty() {
        return Ok(());
    }
    let Some(user) = user else { bail!(Auth, InvalidArg, "Missing authentication credentials") };
    let name = ask(user, &[VIR_CRED_AUTHNAME], "Enter username for localhost".into())?;
    let known = users.iter().find(|(known, _)| *known == name);
    if matches!(known, Some((_, None))) {
        return Ok(());
    }
    let prompt = format!("Enter {name}'s password for localhost");
    let password = ask(user, &[VIR_CRED_PASSPHRASE, VIR_CRED_NOECHOPROMPT], prompt)?;
    match known {
        Some((_, Some(expected))) if *expected == password => Ok(()),
        _ => bail!(Test, AuthFailed, "authentication failed, see test XML for the correct username/password"),
    }
}

/// Asks for one credential of the first of `kinds` that the user can give.
fn ask(user: &dyn Authenticator, kinds: &[i32], prompt: String) -> Result<String> {
    let Some(kind) = user.kinds().iter().copied().find(|kind| kinds.contains(kind)) else {
        match kinds {
            [VIR_CRED_AUTHNAME] => bail!(Auth, AuthFailed, "Missing VIR_CRED_AUTHNAME credential type"),
            _ => bail!(
                Auth,
                AuthFailed,
                "Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type"
            ),
        }
    };
    let mut question =
        [Credential { kind, prompt, challenge: Some("localhost".into()), ..Credential::default() }];
    user.ask(&mut question)?;
    let [answer] = question;
    match answer.result {
        Some(bytes) => Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned()),
        None => Ok(String::new()),
    }
}
