//! Who may connect, when a node file lists users.

use virt_core::{auth::Credentials, connection::OpenRequest, uri::Uri};
use virt_error::{Result, bail};
use virt_xml::Node;

/// Asks who connects, and holds the answer against the users of `auth`. Without users everybody may.
///
/// Errors: `VIR_ERR_INVALID_ARG` when nobody can be asked, `VIR_ERR_AUTH_FAILED` for a wrong answer, and what is wrong
/// with `auth.conf`.
pub fn check(auth: Option<Node<'_>>, request: &OpenRequest<'_>) -> Result<()> {
    let users: Vec<(String, Option<&str>)> = auth
        .into_iter()
        .flat_map(|auth| auth.children().filter(|node| node.name() == "user"))
        .map(|node| (node.content().into_owned(), node.attribute("password")))
        .collect();
    if users.is_empty() {
        return Ok(());
    }
    if users.iter().any(|(name, _)| name.is_empty()) {
        bail!(Test, XmlError, "missing username in /node/auth/user field");
    }
    let uri = Uri::parse(request.uri)?;
    let credentials = Credentials::new(request, &uri, "test", "localhost")?;
    let name = credentials.username(None)?;
    let known = users.iter().find(|(known, _)| *known == name);
    if matches!(known, Some((_, None))) {
        return Ok(());
    }
    let password = credentials.password(&name)?;
    match known {
        Some((_, Some(expected))) if *expected == password => Ok(()),
        _ => bail!(Test, AuthFailed, "authentication failed, see test XML for the correct username/password"),
    }
}
