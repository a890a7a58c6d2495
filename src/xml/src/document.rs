//! A parsed document: a flat arena of nodes that borrows from the text it was read from.

use std::borrow::Cow;

/// "No node" in the links of the arena.
pub(crate) const NONE: u32 = u32::MAX;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Element,
    Text,
    CData,
    Comment,
    Instruction,
}

#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub kind: Kind,
    /// Byte offset of the node's first character.
    pub offset: u32,
    pub first_attribute: u32,
    pub attributes: u32,
    pub parent: u32,
    pub first: u32,
    pub last: u32,
    pub next: u32,
    /// The name of an element, the contents of anything else.
    pub value: Cow<'a, str>,
}

/// One attribute as it was written, references resolved.
#[derive(Debug)]
pub struct Attribute<'a> {
    pub name: &'a str,
    pub value: Cow<'a, str>,
    /// Byte offset of the name.
    pub offset: u32,
}

/// A well-formed document. Made by [`parse`](crate::parse).
#[derive(Debug)]
pub struct Document<'a> {
    pub(crate) text: &'a str,
    pub(crate) entries: Vec<Entry<'a>>,
    pub(crate) attributes: Vec<Attribute<'a>>,
    pub(crate) root: u32,
}

impl<'a> Document<'a> {
    /// The document's one outermost element.
    pub fn root(&self) -> Node<'_> {
        Node { document: self, index: self.root }
    }

    /// The text the document was read from.
    pub fn text(&self) -> &'a str {
        self.text
    }
}

/// A place in a document; cheap to copy.
#[derive(Clone, Copy)]
pub struct Node<'d> {
    document: &'d Document<'d>,
    index: u32,
}

impl<'d> Node<'d> {
    fn entry(self) -> &'d Entry<'d> {
        &self.document.entries[self.index as usize]
    }

    fn at(self, index: u32) -> Option<Node<'d>> {
        (index != NONE).then_some(Node { document: self.document, index })
    }

    pub fn kind(self) -> Kind {
        self.entry().kind
    }

    /// The name with its prefix, as written; empty for what is not an element.
    pub fn name(self) -> &'d str {
        if self.kind() == Kind::Element { &self.entry().value } else { "" }
    }

    /// The name without its prefix.
    pub fn local_name(self) -> &'d str {
        let name = self.name();
        name.split_once(':').map_or(name, |(_, local)| local)
    }

    /// The contents of a text, comment or instruction node; empty for an element.
    pub fn value(self) -> &'d str {
        if self.kind() == Kind::Element { "" } else { &self.entry().value }
    }

    pub fn attributes(self) -> &'d [Attribute<'d>] {
        let entry = self.entry();
        let first = entry.first_attribute as usize;
        &self.document.attributes[first..first + entry.attributes as usize]
    }

    /// The value of the attribute with this (prefixed) name.
    pub fn attribute(self, name: &str) -> Option<&'d str> {
        self.attributes().iter().find(|attribute| attribute.name == name).map(|attribute| &*attribute.value)
    }

    pub fn parent(self) -> Option<Node<'d>> {
        self.at(self.entry().parent)
    }

    /// Every child, text and comments included.
    pub fn nodes(self) -> impl Iterator<Item = Node<'d>> {
        std::iter::successors(self.at(self.entry().first), |node| node.at(node.entry().next))
    }

    /// The child elements.
    pub fn children(self) -> impl Iterator<Item = Node<'d>> {
        self.nodes().filter(|node| node.kind() == Kind::Element)
    }

    /// The first child element with this name.
    pub fn child(self, name: &str) -> Option<Node<'d>> {
        self.children().find(|node| node.name() == name)
    }

    /// The element reached by following child names: `node.at_path(&["os", "type"])`.
    pub fn at_path(self, names: &[&str]) -> Option<Node<'d>> {
        names.iter().try_fold(self, |node, name| node.child(name))
    }

    /// All text inside, nested elements included, as XPath's `string()` gives it.
    pub fn content(self) -> Cow<'d, str> {
        let mut parts = self.nodes();
        match (parts.next(), parts.next()) {
            (None, _) => Cow::Borrowed(self.value()),
            (Some(only), None) if matches!(only.kind(), Kind::Text | Kind::CData) => {
                Cow::Borrowed(only.value())
            }
            _ => {
                let mut all = String::new();
                self.collect(&mut all);
                Cow::Owned(all)
            }
        }
    }

    fn collect(self, all: &mut String) {
        for node in self.nodes() {
            match node.kind() {
                Kind::Text | Kind::CData => all.push_str(node.value()),
                Kind::Element => node.collect(all),
                Kind::Comment | Kind::Instruction => {}
            }
        }
    }

    /// The namespace that the element's prefix (or its absence) stands for.
    pub fn namespace(self) -> Option<&'d str> {
        let prefix = self.name().split_once(':').map_or("", |(prefix, _)| prefix);
        let mut node = Some(self);
        while let Some(here) = node {
            let declared =
                here.attributes().iter().find(|attribute| match attribute.name.strip_prefix("xmlns") {
                    Some("") => prefix.is_empty(),
                    Some(name) => !prefix.is_empty() && name.strip_prefix(':') == Some(prefix),
                    None => false,
                });
            if let Some(attribute) = declared {
                return Some(&attribute.value);
            }
            node = here.parent();
        }
        None
    }

    /// Byte offset in the document's text.
    pub fn offset(self) -> usize {
        self.entry().offset as usize
    }

    /// Line and column, both counted from 1; columns count characters.
    pub fn position(self) -> (usize, usize) {
        position(self.document.text, self.offset())
    }

    /// Where the element stands: `/domain/devices/disk`.
    pub fn path(self) -> String {
        let mut path = self.parent().map(Node::path).unwrap_or_default();
        path.push('/');
        path.push_str(self.name());
        path
    }
}

/// Line and column (from 1) of a byte offset.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}
