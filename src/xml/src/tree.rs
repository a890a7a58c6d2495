//! Parts of a document that are kept as they stand: metadata, other programs' namespaces, and what the model
//! does not hold although libvirt's format has it.

use crate::{Kind, Node, Writer};

/// A copy of a part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    Element { name: String, attributes: Vec<(String, String)>, children: Vec<Tree> },
    Text(String),
    CData(String),
    Comment(String),
    Instruction(String),
}

impl From<Node<'_>> for Tree {
    fn from(node: Node<'_>) -> Tree {
        let value = || node.value().to_owned();
        match node.kind() {
            Kind::Element => Tree::Element {
                name: node.name().to_owned(),
                attributes: node
                    .attributes()
                    .iter()
                    .map(|a| (a.name.to_owned(), a.value.to_string()))
                    .collect(),
                children: node.nodes().map(Tree::from).collect(),
            },
            Kind::Text => Tree::Text(value()),
            Kind::CData => Tree::CData(value()),
            Kind::Comment => Tree::Comment(value()),
            Kind::Instruction => Tree::Instruction(value()),
        }
    }
}

impl Tree {
    /// The name of an element; empty for anything else.
    pub fn name(&self) -> &str {
        if let Tree::Element { name, .. } = self { name } else { "" }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let Tree::Element { attributes, .. } = self else { return None };
        attributes.iter().find(|(other, _)| other == name).map(|(_, value)| &value[..])
    }

    pub fn children(&self) -> &[Tree] {
        if let Tree::Element { children, .. } = self { children } else { &[] }
    }

    pub fn children_mut(&mut self) -> Option<&mut Vec<Tree>> {
        if let Tree::Element { children, .. } = self { Some(children) } else { None }
    }

    /// The same with another prefix before the names of elements that have `from`.
    pub fn with_prefix(mut self, from: &str, to: &str) -> Tree {
        self.set_prefix(from, to);
        self
    }

    fn set_prefix(&mut self, from: &str, to: &str) {
        let Tree::Element { name, children, .. } = self else { return };
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if prefix == from {
            *name = if to.is_empty() { local.to_owned() } else { format!("{to}:{local}") };
        }
        children.iter_mut().for_each(|child| child.set_prefix(from, to));
    }

    /// The namespace that the element's own declarations give its prefix.
    pub fn namespace(&self) -> Option<&str> {
        match self.name().split_once(':') {
            Some((prefix, _)) => self.attribute(&format!("xmlns:{prefix}")),
            None => self.attribute("xmlns"),
        }
    }

    /// Appends the text as libxml2 writes it; with `indent` (levels), formatted as libxml2 formats.
    pub fn dump(&self, out: &mut String, indent: Option<usize>) {
        match self {
            Tree::Element { name, attributes, children } => {
                out.push('<');
                out.push_str(name);
                for (name, value) in attributes {
                    out.push(' ');
                    out.push_str(name);
                    out.push_str("=\"");
                    references(value, true, out);
                    out.push('"');
                }
                if children.is_empty() {
                    out.push_str("/>");
                    return;
                }
                out.push('>');
                // Text among the children makes white space meaningful.
                let mixed = children.iter().any(|child| matches!(child, Tree::Text(_)));
                let inner = if mixed { None } else { indent.map(|level| level + 1) };
                for child in children {
                    new_line(inner, out);
                    child.dump(out, inner);
                }
                new_line(inner.map(|level| level - 1), out);
                out.push_str("</");
                out.push_str(name);
                out.push('>');
            }
            Tree::Text(text) => references(text, false, out),
            Tree::CData(text) => {
                out.push_str("<![CDATA[");
                out.push_str(text);
                out.push_str("]]>");
            }
            Tree::Comment(text) => {
                out.push_str("<!--");
                out.push_str(text);
                out.push_str("-->");
            }
            Tree::Instruction(text) => {
                out.push_str("<?");
                out.push_str(text);
                out.push_str("?>");
            }
        }
    }
}

fn new_line(level: Option<usize>, out: &mut String) {
    if let Some(level) = level {
        out.push('\n');
        (0..level).for_each(|_| out.push_str("  "));
    }
}

fn references(text: &str, attribute: bool, out: &mut String) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\r' => out.push_str("&#13;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            _ => out.push(character),
        }
    }
}

/// What an element holds beyond its table: names that libvirt knows and the model does not. Almost always
/// empty, so it takes one pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rest(Option<Box<Contents>>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Contents {
    attributes: Vec<(String, String)>,
    /// Each with the name of the modelled element that stood before it; empty for none.
    children: Vec<(String, Tree)>,
}

impl Rest {
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Adds an attribute behind those of the table.
    pub fn keep_attribute(&mut self, name: &str, value: &str) {
        self.0.get_or_insert_default().attributes.push((name.to_owned(), value.to_owned()));
    }

    pub(crate) fn keep_child(&mut self, after: &str, node: Node<'_>) {
        self.0.get_or_insert_default().children.push((after.to_owned(), Tree::from(node)));
    }

    pub(crate) fn save_attributes(&self, w: &mut Writer) {
        for (name, value) in self.0.iter().flat_map(|contents| &contents.attributes) {
            w.attribute(name, value);
        }
    }

    /// Writes what stood at the beginning; called before the first line of a table.
    pub fn save_first(&self, w: &mut Writer) {
        self.save_after("", w);
    }

    /// Writes what stood behind the element `name`.
    pub fn save_after(&self, name: &str, w: &mut Writer) {
        let Some(contents) = &self.0 else { return };
        for (_, tree) in contents.children.iter().filter(|(after, _)| after == name) {
            w.tree(tree);
        }
    }
}
