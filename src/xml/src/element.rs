//! The element table: what `element!` and `choice!` write, and the one reader that works on it.

use crate::{Node, Rest, Tree, Word, Writer};
use virt_error::{Code, Error, Origin, Result};

/// A structure that stands for an XML element. Written by [`element!`](crate::element) and
/// [`choice!`](crate::choice); by hand only where neither fits.
pub trait Element {
    /// The place of an attribute.
    fn attr<'s>(&'s mut self, name: &str, r: &Reading) -> Option<&'s mut dyn Word>;
    /// The place of a child element.
    fn child<'s>(&'s mut self, name: &str, r: &Reading) -> Option<Slot<'s>>;
    /// The place of the element's own text.
    fn content_slot(&mut self) -> Option<&mut dyn Word> {
        None
    }
    /// The element's own text.
    fn text_content(&self) -> Option<&dyn Word> {
        None
    }
    /// The error for a bad word in an attribute or text element, where the table has one; `{}` is the word.
    fn complaint(&self, _name: &str) -> Option<(Code, &'static str)> {
        None
    }
    fn save_attrs(&self, w: &mut Writer);
    fn save_body(&self, w: &mut Writer);
    /// What the element holds beyond the table.
    fn rest(&self) -> &Rest;
    fn rest_mut(&mut self) -> &mut Rest;
    /// Collects the names that the table has.
    fn names(&self, names: &mut Names);
    /// Takes the form that the node asks for, before anything is read; answers the attribute that told.
    fn choose(&mut self, _node: Node<'_>, _r: &Reading) -> Result<&'static str> {
        Ok("")
    }
    /// Looks at what was read, with the node at hand.
    fn check(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        Ok(())
    }
}

/// Names of a table, for the message about a name that is not one of them.
#[derive(Default)]
pub struct Names {
    pub attributes: Vec<&'static str>,
    pub children: Vec<&'static str>,
}

/// A place for a child element in a structure.
pub enum Slot<'s> {
    One(&'s mut dyn Nest),
    Inline(&'s mut dyn Element),
    Text(&'s mut dyn Word),
    Texts(&'s mut dyn Words),
    Flag(&'s mut bool),
    Value(&'static str, &'s mut dyn Word),
    Tree(&'s mut Option<Tree>),
    Trees(&'s mut Vec<Tree>),
}

/// `Option<Box<T>>` or `Vec<T>` of an element.
pub trait Nest {
    /// A new element to read into; `None` when there is one already (the first of several counts).
    fn room(&mut self) -> Option<&mut dyn Element>;
    fn each(&self, visit: &mut dyn FnMut(&dyn Element));
}

impl<T: Element + Default> Nest for Option<Box<T>> {
    fn room(&mut self) -> Option<&mut dyn Element> {
        if self.is_some() { None } else { Some(&mut **self.insert(Box::default())) }
    }

    fn each(&self, visit: &mut dyn FnMut(&dyn Element)) {
        if let Some(element) = self {
            visit(&**element);
        }
    }
}

impl<T: Element + Default> Nest for Vec<T> {
    fn room(&mut self) -> Option<&mut dyn Element> {
        self.push(T::default());
        self.last_mut().map(|element| element as &mut dyn Element)
    }

    fn each(&self, visit: &mut dyn FnMut(&dyn Element)) {
        self.iter().for_each(|element| visit(element));
    }
}

/// `Vec<T>` of a value.
pub trait Words {
    fn add(&mut self, word: &str) -> std::result::Result<(), &'static str>;
    fn each(&self, visit: &mut dyn FnMut(&dyn Word));
}

impl<T: crate::Value + Clone> Words for Vec<T> {
    fn add(&mut self, word: &str) -> std::result::Result<(), &'static str> {
        self.push(T::read(word).ok_or(T::WANTED)?);
        Ok(())
    }

    fn each(&self, visit: &mut dyn FnMut(&dyn Word)) {
        self.iter().for_each(|value| visit(&Some(value.clone())));
    }
}

/// Names of a format that its model does not hold: the parent's name, then its children, attributes with `@`.
/// They are kept as they stand and written back in their place.
pub type Unmodelled = &'static [(&'static str, &'static [&'static str])];

/// How a document is read.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The part of the library that complaints come from.
    pub origin: Origin,
    /// Refuse names that the format does not have; the schema's file name for the message.
    pub validate: Option<&'static str>,
    /// Parts that only a running object has are not taken.
    pub inactive: bool,
    /// The document is one of the daemon's own state files.
    pub status: bool,
    pub unmodelled: Unmodelled,
}

impl Reading {
    pub fn new(origin: Origin) -> Reading {
        Reading { origin, validate: None, inactive: false, status: false, unmodelled: &[] }
    }

    /// Condition `when secure` of a table's line: secrets are always read.
    pub fn secure(&self) -> bool {
        true
    }

    /// Condition `when live` of a table's line.
    pub fn live(&self) -> bool {
        !self.inactive
    }

    /// Condition `when status` of a table's line.
    pub fn status(&self) -> bool {
        self.status
    }

    fn keeps(&self, parent: &str, name: &str, attribute: bool) -> bool {
        let matches = |known: &&str| match known.strip_prefix('@') {
            Some(known) => attribute && known == name,
            None => !attribute && *known == name,
        };
        self.unmodelled.iter().any(|(element, names)| *element == parent && names.iter().any(matches))
    }
}

/// Reads `node` into `element`.
pub fn read(element: &mut dyn Element, node: Node<'_>, r: &Reading) -> Result<()> {
    let chooser = element.choose(node, r)?;
    for attribute in node.attributes() {
        let (name, value) = (attribute.name, &attribute.value);
        match element.attr(name, r) {
            Some(word) => {
                if let Err(wanted) = word.take(value) {
                    return Err(match word.complaint().or_else(|| element.complaint(name)) {
                        Some((code, text)) => Error::new(r.origin, code, text.replacen("{}", value, 1)),
                        None => bad_attribute(node, name, wanted),
                    });
                }
            }
            None if name == chooser => {}
            None if r.keeps(node.name(), name, true) => element.rest_mut().keep_attribute(name, value),
            None if r.validate.is_some() => unknown(element, node, name, true, r)?,
            None => {}
        }
    }
    let mut last = "";
    for child in node.children() {
        let name = child.name();
        match element.child(name, r) {
            Some(slot) => {
                let text = matches!(slot, Slot::Text(_) | Slot::Texts(_));
                if let Err(error) = fill(slot, child, r) {
                    return Err(match element.complaint(name).filter(|_| text) {
                        Some((code, text)) => {
                            Error::new(r.origin, code, text.replacen("{}", &child.content(), 1))
                        }
                        None => error,
                    });
                }
                last = name;
            }
            None if r.keeps(node.name(), name, false) => element.rest_mut().keep_child(last, child),
            None if r.validate.is_some() && !name.contains(':') => unknown(element, child, name, false, r)?,
            None => {}
        }
    }
    if let Some(word) = element.content_slot() {
        let content = node.content();
        if !content.is_empty() {
            take(word, &content, r, |wanted| bad_text(node, &content, wanted))?;
        }
    }
    element.check(node, r)
}

/// Takes a word, or makes the error: the value's own, or else the general one.
fn take(word: &mut dyn Word, value: &str, r: &Reading, general: impl FnOnce(&str) -> Error) -> Result<()> {
    word.take(value).map_err(|wanted| match word.complaint() {
        Some((code, text)) => Error::new(r.origin, code, text.replacen("{}", value, 1)),
        None => general(wanted),
    })
}

fn fill(slot: Slot<'_>, node: Node<'_>, r: &Reading) -> Result<()> {
    match slot {
        Slot::One(nest) => {
            if let Some(element) = nest.room() {
                read(element, node, r)?;
            }
        }
        Slot::Inline(element) => read(element, node, r)?,
        Slot::Text(word) => {
            let content = node.content();
            if !content.is_empty() && !word.is_set() {
                take(word, &content, r, |wanted| bad_text(node, &content, wanted))?;
            }
        }
        Slot::Texts(words) => {
            let content = node.content();
            words.add(&content).map_err(|wanted| bad_text(node, &content, wanted))?;
        }
        Slot::Flag(flag) => *flag = true,
        Slot::Value(attribute, word) => {
            if let Some(value) = node.attribute(attribute) {
                if !word.is_set() {
                    take(word, value, r, |wanted| bad_attribute(node, attribute, wanted))?;
                }
            }
        }
        Slot::Tree(tree) => {
            tree.get_or_insert_with(|| Tree::from(node));
        }
        Slot::Trees(trees) => trees.push(Tree::from(node)),
    }
    Ok(())
}

/// "Invalid value for attribute …", as libvirt says it; `wanted` is [`Value::WANTED`](crate::Value::WANTED).
pub fn bad_attribute(node: Node<'_>, name: &str, wanted: &str) -> Error {
    let value = node.attribute(name).unwrap_or_default();
    let element = node.name();
    let text = format!("Invalid value for attribute '{name}' in element '{element}': '{value}'.{wanted}");
    Error::new(Origin::Xml, Code::XmlError, text)
}

/// "Missing required attribute …", as libvirt says it.
pub fn missing_attribute(element: &str, name: &str) -> Error {
    let text = format!("Missing required attribute '{name}' in element '{element}'");
    Error::new(Origin::Xml, Code::XmlError, text)
}

/// "Zero is not permitted", as libvirt says it.
pub fn zero_attribute(element: &str, name: &str) -> Error {
    let text = format!("Invalid value for attribute '{name}' in element '{element}': Zero is not permitted");
    Error::new(Origin::Xml, Code::XmlError, text)
}

/// libvirt names the place by its path below the document's root.
fn bad_text(node: Node<'_>, value: &str, _wanted: &str) -> Error {
    let path = node.path();
    let inner = path.splitn(3, '/').nth(2).unwrap_or_default();
    let text = format!("Invalid value '{value}' for element or attribute './{inner}[1]'");
    Error::new(Origin::Xml, Code::XmlError, text)
}

/// A name that is not in the table: an error, unless the table has it for other circumstances.
fn unknown(element: &dyn Element, node: Node<'_>, name: &str, attribute: bool, r: &Reading) -> Result<()> {
    let mut names = Names::default();
    element.names(&mut names);
    let (known, place) = match attribute {
        true => (&names.attributes, node),
        false => (&names.children, node.parent().unwrap_or(node)),
    };
    if known.contains(&name) || name.starts_with("xmlns") {
        return Ok(());
    }
    let what = if attribute { "attribute" } else { "element" };
    let (line, column) = node.position();
    let first = match attribute {
        true => format!("Invalid attribute {name} for element {}", place.name()),
        false => format!("Element {} has extra content: {name}", place.name()),
    };
    let mut text = format!("Unable to validate doc against {}\n{first}\n", r.validate.unwrap_or_default());
    text.push_str(&format!("line {line}, column {column}: {} has no {what} '{name}'", place.path()));
    if let Some(nearest) = nearest(name, known) {
        text.push_str(&format!(", did you mean '{nearest}'?"));
    }
    Err(Error::new(Origin::Xml, Code::XmlInvalidSchema, text))
}

/// The known name that takes the fewest edits, if that is less than half of the name.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    // Long names are not misspelled ones, and the comparison is quadratic.
    if name.len() > 40 {
        return None;
    }
    let found = known.iter().map(|other| (edits(name.as_bytes(), other.as_bytes()), *other)).min()?;
    (found.0 * 2 <= name.len().max(found.1.len())).then_some(found.1)
}

/// How many letters must be put in, taken out or replaced to turn one word into the other.
fn edits(from: &[u8], to: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

/// Reads a whole document: well-formed, with the root element `root`, into a new `T`.
pub fn read_document<T: Element + Default>(text: &str, name: &str, root: &str, r: &Reading) -> Result<T> {
    let document = crate::parse(text, name, r.origin)?;
    let mut element = T::default();
    expect_root(document.root(), root)?;
    read(&mut element, document.root(), r)?;
    Ok(element)
}

/// Refuses a document whose root element has another name.
pub fn expect_root(node: Node<'_>, name: &str) -> Result<()> {
    if node.name() == name {
        return Ok(());
    }
    let text = format!("expecting root element of '{name}', not '{}'", node.name());
    Err(Error::new(Origin::Xml, Code::XmlError, text))
}

/// Writes an element as a document.
pub fn write(element: &dyn Element, name: &str, style: crate::Style) -> String {
    let mut writer = Writer::new(style);
    writer.element(name, element);
    writer.finish()
}

/// Writes an element as a document, with an end tag of its own even when it is empty.
pub fn write_block(element: &dyn Element, name: &str, style: crate::Style) -> String {
    let mut writer = Writer::new(style);
    writer.always(name, element);
    writer.finish()
}
