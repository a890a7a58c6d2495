//! Exact writing: two spaces a level, single quotes, `<x/>` when empty, libvirt's escapes.

use crate::{Element, Nest, Tree, Word};

/// What a document is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Secrets such as passwords are written (`…_XML_SECURE`).
    pub secure: bool,
    /// Parts that only a running object has are left out (`…_XML_INACTIVE`).
    pub inactive: bool,
    /// Meant for an older library (`VIR_DOMAIN_XML_MIGRATABLE`).
    pub migratable: bool,
    /// Written to the daemon's own state files, with what only they hold.
    pub status: bool,
}

/// Collects a document's text.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    style: Style,
    depth: usize,
    /// The last start tag has no `>` so far.
    pending: bool,
}

impl Writer {
    pub fn new(style: Style) -> Writer {
        Writer { out: String::with_capacity(1024), style, ..Writer::default() }
    }

    pub fn style(&self) -> Style {
        self.style
    }

    /// Condition `when secure` of a table's line.
    pub fn secure(&self) -> bool {
        self.style.secure
    }

    /// Condition `when live` of a table's line.
    pub fn live(&self) -> bool {
        !self.style.inactive
    }

    /// Condition `when status` of a table's line.
    pub fn status(&self) -> bool {
        self.style.status
    }

    pub fn finish(self) -> String {
        self.out
    }

    fn line(&mut self) {
        if self.pending {
            self.out.push_str(">\n");
            self.pending = false;
        }
        const SPACES: &str = "                                                                ";
        let mut spaces = self.depth * 2;
        while spaces > 0 {
            let some = spaces.min(SPACES.len());
            self.out.push_str(&SPACES[..some]);
            spaces -= some;
        }
    }

    /// Begins an element; attributes may follow, then contents, then [`close`](Writer::close).
    pub fn open(&mut self, name: &str) {
        self.line();
        self.out.push('<');
        self.out.push_str(name);
        self.pending = true;
        self.depth += 1;
    }

    pub fn close(&mut self, name: &str) {
        self.depth -= 1;
        if self.pending {
            self.out.push_str("/>\n");
            self.pending = false;
        } else {
            self.line();
            self.end_tag(name);
        }
    }

    fn end_tag(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// Ends the start tag although nothing may follow, so that an empty element gets an end tag on its own line.
    pub fn contents(&mut self) {
        if self.pending {
            self.out.push_str(">\n");
            self.pending = false;
        }
    }

    /// ` name='…'`, when the word says anything.
    pub fn attr(&mut self, name: &str, word: &dyn Word) {
        if word.shown(self.style) {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("='");
            word.put(&mut self.out);
            self.out.push('\'');
        }
    }

    /// ` name='…'` with this value.
    pub fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("='");
        escape(value, &mut self.out);
        self.out.push('\'');
    }

    /// `<name>text</name>`, when the word says anything.
    pub fn text(&mut self, name: &str, word: &dyn Word) {
        if word.shown(self.style) {
            self.line();
            self.out.push('<');
            self.out.push_str(name);
            self.out.push('>');
            word.put(&mut self.out);
            self.end_tag(name);
        }
    }

    /// `<name/>`, when set.
    pub fn flag(&mut self, name: &str, set: bool) {
        if set {
            self.line();
            self.out.push('<');
            self.out.push_str(name);
            self.out.push_str("/>\n");
        }
    }

    /// `<name attribute='…'/>`, when the word says anything.
    pub fn value(&mut self, name: &str, attribute: &str, word: &dyn Word) {
        if word.shown(self.style) {
            self.open(name);
            self.attr(attribute, word);
            self.close(name);
        }
    }

    /// One element.
    pub fn element(&mut self, name: &str, element: &dyn Element) {
        self.open(name);
        self.inside(name, element);
    }

    /// One element, unless it would be written without attributes and contents.
    pub fn part(&mut self, name: &str, element: &dyn Element) {
        let (length, pending) = (self.out.len(), self.pending);
        self.open(name);
        let bare = self.out.len();
        element.save_attrs(self);
        element.rest().save_attributes(self);
        if !self.save_body(element, name) {
            return;
        }
        if self.out.len() == bare {
            self.depth -= 1;
            self.out.truncate(length);
            self.pending = pending;
        } else {
            self.close(name);
        }
    }

    fn inside(&mut self, name: &str, element: &dyn Element) {
        element.save_attrs(self);
        element.rest().save_attributes(self);
        if self.save_body(element, name) {
            self.close(name);
        }
    }

    /// Writes contents; `true` when the element still wants closing.
    fn save_body(&mut self, element: &dyn Element, name: &str) -> bool {
        if let Some(word) = element.text_content() {
            if word.shown(self.style) {
                self.out.push('>');
                self.pending = false;
                word.put(&mut self.out);
                self.depth -= 1;
                self.end_tag(name);
                return false;
            }
        }
        element.save_body(self);
        true
    }

    /// One element with an end tag of its own, even when it holds nothing.
    pub fn always(&mut self, name: &str, element: &dyn Element) {
        self.open(name);
        element.save_attrs(self);
        element.rest().save_attributes(self);
        self.contents();
        element.save_body(self);
        self.close(name);
    }

    /// Each element that is there, with an end tag of its own.
    pub fn shells(&mut self, name: &str, nest: &dyn Nest) {
        nest.each(&mut |element| self.always(name, element));
    }

    /// Each element that is there.
    pub fn nest(&mut self, name: &str, nest: &dyn Nest) {
        nest.each(&mut |element| self.element(name, element));
    }

    /// Each element that is there, with an end tag of its own even when it holds nothing.
    pub fn blocks(&mut self, name: &str, nest: &dyn Nest) {
        nest.each(&mut |element| self.always(name, element));
    }

    /// Each element that is there and holds something.
    pub fn parts(&mut self, name: &str, nest: &dyn Nest) {
        nest.each(&mut |element| self.part(name, element));
    }

    /// A kept tree in the manner of libxml2's own output (double quotes), which libvirt uses for metadata.
    pub fn foreign(&mut self, tree: &Tree) {
        self.line();
        tree.dump(&mut self.out, Some(self.depth));
        self.out.push('\n');
    }

    /// A kept tree as if it had been modelled.
    pub fn tree(&mut self, tree: &Tree) {
        match tree {
            Tree::Element { name, attributes, children } => {
                self.open(name);
                for (name, value) in attributes {
                    self.attribute(name, value);
                }
                if let [Tree::Text(text) | Tree::CData(text)] = &children[..] {
                    self.out.push('>');
                    self.pending = false;
                    escape(text, &mut self.out);
                    self.depth -= 1;
                    self.end_tag(name);
                    return;
                }
                children.iter().for_each(|child| self.tree(child));
                self.close(name);
            }
            // What is modelled has no mixed contents, and comments are not part of a document's meaning.
            Tree::Text(_) | Tree::CData(_) | Tree::Comment(_) | Tree::Instruction(_) => {}
        }
    }
}

/// libvirt's escapes: the five special characters as entities, control characters that XML lacks left out.
pub fn escape(text: &str, out: &mut String) {
    let special = |byte: u8| matches!(byte, b'<' | b'>' | b'&' | b'\'' | b'"' | 0x01..=0x08 | 0x0b | 0x0c | 0x0e..=0x1f);
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if special(byte) {
            out.push_str(&text[from..at]);
            from = at + 1;
            out.push_str(match byte {
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'&' => "&amp;",
                b'\'' => "&apos;",
                b'"' => "&quot;",
                _ => "",
            });
        }
    }
    out.push_str(&text[from..]);
}
