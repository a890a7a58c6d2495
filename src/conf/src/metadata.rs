//! `<metadata>`: parts of other programs in a document, each under a namespace of its own.

use std::collections::HashSet;
use virt_error::{Origin, Result};
use virt_xml::{Node, Tree, parse};

/// The metadata that a document holds: elements with a namespace, the first of each.
pub fn read(metadata: Node<'_>) -> Option<Tree> {
    let mut seen = HashSet::new();
    let mut children = Vec::new();
    for child in metadata.children() {
        let Some(namespace) = child.namespace().filter(|uri| seen.insert(*uri)) else { continue };
        let mut tree = Tree::from(child);
        if tree.namespace().is_none() {
            let prefix = child.name().split_once(':').map(|(prefix, _)| prefix);
            declare(&mut tree, prefix, namespace);
        }
        children.push(tree);
    }
    Some(whole(children))
}

fn whole(children: Vec<Tree>) -> Tree {
    Tree::Element { name: "metadata".to_owned(), attributes: Vec::new(), children }
}

/// Gives an element the declaration of its namespace.
fn declare(tree: &mut Tree, prefix: Option<&str>, uri: &str) {
    if let Tree::Element { attributes, .. } = tree {
        let name = prefix.map_or_else(|| "xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
        attributes.insert(0, (name, uri.to_owned()));
    }
}

/// The text of the element under the namespace `uri`, as `virNetworkGetMetadata` and its siblings answer it:
/// without the namespace.
pub fn get(metadata: Option<&Tree>, uri: &str) -> Option<String> {
    let found = metadata?.children().iter().find(|child| child.namespace() == Some(uri))?;
    let mut bare = found.clone();
    let prefix = found.name().split_once(':').map(|(prefix, _)| prefix.to_owned());
    strip(&mut bare, prefix.as_deref(), uri);
    let mut text = String::new();
    bare.dump(&mut text, Some(0));
    Some(text)
}

/// Takes a namespace away from an element and everything inside.
fn strip(tree: &mut Tree, prefix: Option<&str>, uri: &str) {
    let Tree::Element { name, attributes, children } = tree else { return };
    if let (Some(prefix), Some((found, local))) = (prefix, name.split_once(':')) {
        if found == prefix {
            *name = local.to_owned();
        }
    }
    attributes.retain(|(name, value)| !(name.starts_with("xmlns") && value == uri));
    children.iter_mut().for_each(|child| strip(child, prefix, uri));
}

/// Puts the element `text` under the namespace `uri` with the prefix `key`, in place of what was there; with
/// no `text`, takes away what was there.
pub fn set(
    metadata: &mut Option<Tree>,
    text: Option<&str>,
    key: &str,
    uri: &str,
    origin: Origin,
) -> Result<()> {
    let new = match text {
        None => None,
        Some(text) => {
            let document = parse(text, "(metadata_xml)", origin)?;
            let mut tree = Tree::from(document.root());
            qualify(&mut tree, key);
            declare(&mut tree, Some(key), uri);
            Some(tree)
        }
    };
    let held = metadata.is_some();
    let mut children = metadata.take().map(|tree| tree.children().to_vec()).unwrap_or_default();
    children.retain(|child| child.namespace() != Some(uri));
    children.extend(new);
    // What held something once stays, empty, as libvirt leaves it.
    *metadata = if children.is_empty() && !held { None } else { Some(whole(children)) };
    Ok(())
}

/// Puts every element without a prefix under `key`.
fn qualify(tree: &mut Tree, key: &str) {
    let Tree::Element { name, children, .. } = tree else { return };
    if !name.contains(':') {
        *name = format!("{key}:{name}");
    }
    children.iter_mut().for_each(|child| qualify(child, key));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_found_and_taken_away_again() {
        let mut metadata = None;
        set(&mut metadata, Some("<a x='1'>t<b/></a>"), "k", "http://x", Origin::Network).unwrap();
        set(&mut metadata, Some("<c/>"), "l", "http://y", Origin::Network).unwrap();
        let mut text = String::new();
        metadata.as_ref().unwrap().dump(&mut text, None);
        let expected =
            "<metadata><k:a xmlns:k=\"http://x\" x=\"1\">t<k:b/></k:a><l:c xmlns:l=\"http://y\"/></metadata>";
        assert_eq!(text, expected);
        assert_eq!(get(metadata.as_ref(), "http://x").unwrap(), "<a x=\"1\">t<b/></a>");
        assert_eq!(get(metadata.as_ref(), "http://z"), None);
        set(&mut metadata, None, "k", "http://x", Origin::Network).unwrap();
        set(&mut metadata, None, "l", "http://y", Origin::Network).unwrap();
        assert_eq!(metadata, Some(whole(Vec::new())));
        assert!(set(&mut metadata, Some("<a"), "k", "u", Origin::Network).is_err());
    }

    #[test]
    fn elements_without_a_namespace_or_with_one_again_are_dropped() {
        let text = "<n xmlns:p='u'><metadata><p:a/><p:b/><c/><d xmlns='v'/></metadata></n>";
        let document = parse(text, "(n)", Origin::Network).unwrap();
        let read = read(document.root().child("metadata").unwrap()).unwrap();
        let mut text = String::new();
        read.dump(&mut text, None);
        assert_eq!(text, "<metadata><p:a xmlns:p=\"u\"/><d xmlns=\"v\"/></metadata>");
    }
}
