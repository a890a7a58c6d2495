//! From text to [`Document`]: the one file that knows the tokenizer (quick-xml).
//!
//! The tokenizer splits the text; names, attributes, references and nesting are checked here, with bounds that
//! keep time and memory proportional to the text whatever it holds. Document type declarations are refused,
//! so there are no entities to expand.

use crate::document::{Document, Entry, Kind, NONE, position};
use crate::fault::Fault;
use crate::lexical::{attributes, blank, check_characters, hyphens, name_length, newlines, resolve};
use quick_xml::Reader;
use quick_xml::errors::{Error as TokenError, SyntaxError};
use quick_xml::events::Event;
use std::borrow::Cow;
use virt_error::{Error, Origin};

/// Elements inside one another.
pub const MAX_DEPTH: usize = 256;
/// Bytes of a document.
pub const MAX_SIZE: usize = 64 << 20;
/// Nodes of a document, and attributes of all of them.
pub const MAX_NODES: usize = 2 << 20;

/// Reads a document. `name` stands in front of error texts, such as `(domain_definition)`; `origin` is the
/// part of the library that errors are said to come from.
pub fn parse<'a>(text: &'a str, name: &str, origin: Origin) -> Result<Document<'a>, Error> {
    build(text).map_err(|fault| fault.report(text, name, origin))
}

fn build(text: &str) -> Result<Document<'_>, Fault> {
    if text.is_empty() {
        return Err(Fault::new(0, "Document is empty"));
    }
    if text.len() > MAX_SIZE {
        return Err(Fault::new(0, format!("document is larger than {MAX_SIZE} bytes")));
    }
    let mut builder = Builder {
        document: Document {
            text,
            // A guess from usual documents that saves most of the growing and is bounded for large ones.
            entries: Vec::with_capacity((text.len() / 16).min(4096) + 8),
            attributes: Vec::with_capacity((text.len() / 32).min(4096) + 8),
            root: NONE,
        },
        open: NONE,
        depth: 0,
    };
    builder.run()?;
    Ok(builder.document)
}

struct Builder<'a> {
    document: Document<'a>,
    open: u32,
    depth: usize,
}

impl<'a> Builder<'a> {
    fn run(&mut self) -> Result<(), Fault> {
        let text = self.document.text;
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut start = 0;
        loop {
            let event = reader.read_event();
            let end = (reader.buffer_position() as usize).min(text.len());
            let event = match event {
                Ok(event) => event,
                Err(error) => return Err(self.refused(error, start)),
            };
            if self.document.entries.len() >= MAX_NODES || self.document.attributes.len() >= MAX_NODES {
                return Err(Fault::new(
                    start,
                    format!("more than {MAX_NODES} nodes or attributes in document"),
                ));
            }
            let raw = text.get(start..end).unwrap_or_default();
            match event {
                Event::Start(_) => self.element(start, raw, false)?,
                Event::Empty(_) => self.element(start, raw, true)?,
                Event::End(_) => self.close(start, end, raw)?,
                Event::Text(_) => self.text(start, raw)?,
                Event::GeneralRef(_) => self.reference(start, raw)?,
                Event::CData(_) => {
                    let inside = raw.strip_prefix("<![CDATA[").and_then(|raw| raw.strip_suffix("]]>"));
                    self.outside(start)?;
                    let inside = inside.unwrap_or_default();
                    check_characters(inside, start + 9, "CData section not finished")?;
                    self.add(Kind::CData, start, newlines(inside));
                }
                Event::Comment(_) => {
                    let inside = raw.strip_prefix("<!--").and_then(|raw| raw.strip_suffix("-->"));
                    hyphens(inside.unwrap_or_default(), start)?;
                    if self.open != NONE {
                        self.add(Kind::Comment, start, newlines(inside.unwrap_or_default()));
                    }
                }
                Event::PI(_) => {
                    let inside = raw.strip_prefix("<?").and_then(|raw| raw.strip_suffix("?>"));
                    if self.open != NONE {
                        self.add(Kind::Instruction, start, Cow::Borrowed(inside.unwrap_or_default()));
                    }
                }
                Event::Decl(_) => {
                    if start != 0 {
                        let message = "XML declaration allowed only at the start of the document";
                        return Err(Fault::new(start + 5, message));
                    }
                }
                // One that names nothing but the root says nothing.
                Event::DocType(_) if !raw.contains(['[', '"', '\'']) => {}
                Event::DocType(_) => {
                    return Err(Fault::new(start, "document type declarations are not allowed"));
                }
                Event::Eof => break,
            }
            start = end;
        }
        if self.open != NONE {
            let (name, line) = self.opened();
            return Err(Fault::new(text.len(), format!("Premature end of data in tag {name} line {line}")));
        }
        if self.document.root == NONE {
            return Err(Fault::new(text.len(), "Start tag expected, '<' not found"));
        }
        Ok(())
    }

    /// Name and line of the innermost open element.
    fn opened(&self) -> (&str, usize) {
        match self.document.entries.get(self.open as usize) {
            Some(entry) => (&entry.value, position(self.document.text, entry.offset as usize).0),
            None => ("", 1),
        }
    }

    /// The tokenizer found the end of the text inside `start`'s construct.
    fn refused(&self, error: TokenError, start: usize) -> Fault {
        let text = self.document.text;
        let raw = text.get(start..).unwrap_or_default();
        match error {
            _ if self.open == NONE && self.document.root != NONE => {
                Fault::new(start, "Extra content at the end of the document")
            }
            TokenError::Syntax(
                SyntaxError::UnclosedTag
                | SyntaxError::UnclosedSingleQuotedAttributeValue
                | SyntaxError::UnclosedDoubleQuotedAttributeValue,
            ) => self.unclosed(start, raw),
            _ if raw.starts_with("<!--") => {
                let comment = hyphens(&raw[4..], start);
                comment.err().unwrap_or_else(|| Fault::new(text.len(), "Comment not terminated"))
            }
            TokenError::Syntax(SyntaxError::UnclosedCData) => {
                Fault::new(text.len(), "CData section not finished")
            }
            TokenError::Syntax(SyntaxError::UnclosedPI | SyntaxError::UnclosedXmlDecl) => {
                let name = &raw[2..2 + name_length(&raw[2..])];
                match raw.as_bytes().get(2 + name.len()) {
                    Some(&byte) if blank(byte) => {
                        Fault::new(text.len(), format!("ParsePI: PI {name} never end ..."))
                    }
                    _ => Fault::new(start + 2 + name.len(), format!("ParsePI: PI {name} space expected")),
                }
            }
            TokenError::Syntax(_) if raw.starts_with("<!DOCTYPE") && self.open == NONE => {
                Fault::new(start, "document type declarations are not allowed")
            }
            _ => Fault::new(start + 1, "StartTag: invalid element name"),
        }
    }

    fn unclosed(&self, start: usize, raw: &str) -> Fault {
        let (line, _) = position(self.document.text, start);
        let end = self.document.text.len();
        if let Some(rest) = raw.strip_prefix("</") {
            if self.open == NONE {
                return Fault::new(start + 1, "StartTag: invalid element name");
            }
            let name = name_length(rest);
            let blanks = rest.bytes().skip(name).take_while(|&byte| blank(byte)).count();
            return Fault::new(start + 2 + name + blanks, "expected '>'");
        }
        let name = &raw[1..1 + name_length(&raw[1..])];
        if name.is_empty() {
            return Fault::new(start + 1, "StartTag: invalid element name");
        }
        let mut ignored = Vec::new();
        match attributes(&raw[1 + name.len()..], start + 1 + name.len(), &mut ignored) {
            Err(fault) => fault,
            // A quote in front of the end: another attribute would have to stand apart from it.
            Ok(()) if raw.ends_with(['"', '\'']) => Fault::new(end, "attributes construct error"),
            Ok(()) => Fault::new(end, format!("Couldn't find end of Start Tag {name} line {line}")),
        }
    }

    /// Refuses text and markup outside of the root element.
    fn outside(&self, offset: usize) -> Result<(), Fault> {
        if self.open != NONE {
            return Ok(());
        }
        if self.document.root == NONE {
            return Err(Fault::new(offset, "Start tag expected, '<' not found"));
        }
        Err(Fault::new(offset, "Extra content at the end of the document"))
    }

    fn element(&mut self, start: usize, raw: &'a str, empty: bool) -> Result<(), Fault> {
        if self.open == NONE && self.document.root != NONE {
            return Err(Fault::new(start, "Extra content at the end of the document"));
        }
        if self.depth >= MAX_DEPTH {
            return Err(Fault::new(start, format!("Excessive depth in document: {MAX_DEPTH}")));
        }
        let inside = &raw[1..raw.len() - 1 - usize::from(empty)];
        let length = name_length(inside);
        if length == 0 {
            return Err(Fault::new(start + 1, "StartTag: invalid element name"));
        }
        let (name, rest) = inside.split_at(length);
        let first = self.document.attributes.len();
        if !rest.is_empty() {
            attributes(rest, start + 1 + length, &mut self.document.attributes)?;
        }
        let index = self.add(Kind::Element, start, Cow::Borrowed(name));
        let count = self.document.attributes.len() - first;
        let entry = &mut self.document.entries[index as usize];
        entry.first_attribute = first as u32;
        entry.attributes = count as u32;
        if self.open == NONE {
            self.document.root = index;
        }
        if !empty {
            self.open = index;
            self.depth += 1;
        }
        Ok(())
    }

    fn close(&mut self, start: usize, end: usize, raw: &str) -> Result<(), Fault> {
        let Some(entry) = self.document.entries.get(self.open as usize) else {
            if self.document.root == NONE {
                return Err(Fault::new(start + 1, "StartTag: invalid element name"));
            }
            return self.outside(start);
        };
        let inside = &raw[2..raw.len() - 1];
        if inside != entry.value {
            let (name, rest) = inside.split_at(name_length(inside));
            let blanks = rest.bytes().take_while(|&byte| blank(byte)).count();
            if blanks < rest.len() {
                return Err(Fault::new(start + 2 + name.len() + blanks, "expected '>'"));
            }
            if name != entry.value {
                let (opened, line) = self.opened();
                let message = format!("Opening and ending tag mismatch: {opened} line {line} and {name}");
                return Err(Fault::new(end, message));
            }
        }
        self.open = entry.parent;
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self, start: usize, raw: &'a str) -> Result<(), Fault> {
        if raw.bytes().all(blank) {
            if self.open == NONE || self.ignorable(start + raw.len()) {
                return Ok(());
            }
        } else if self.open == NONE {
            let blanks = raw.bytes().take_while(|&byte| blank(byte)).count();
            // A byte order mark may stand first.
            if start == 0 && raw.trim_start_matches('\u{feff}').bytes().all(blank) {
                return Ok(());
            }
            return self.outside(start + blanks);
        }
        check_characters(raw, start, "PCDATA invalid Char value")?;
        if let Some(at) = raw.find("]]>") {
            return Err(Fault::new(start + at, "Sequence ']]>' not allowed in content"));
        }
        // The tokenizer splits references off; what it left is an ampersand that begins none.
        if let Some(at) = raw.find('&') {
            resolve(&raw[at..], start + at, &mut String::new())?;
        }
        self.append(start, newlines(raw));
        Ok(())
    }

    /// White space that only lays the document out, as libxml2 tells it when told not to keep blanks.
    fn ignorable(&self, next: usize) -> bool {
        let text = self.document.text.as_bytes();
        let entry = &self.document.entries[self.open as usize];
        if text.get(next) != Some(&b'<') {
            return false;
        }
        let is_text = |index: u32| {
            self.document.entries.get(index as usize).is_some_and(|entry| entry.kind == Kind::Text)
        };
        if entry.first == NONE {
            text.get(next + 1) != Some(&b'/')
        } else {
            !is_text(entry.first) && !is_text(entry.last)
        }
    }

    fn reference(&mut self, start: usize, raw: &'a str) -> Result<(), Fault> {
        self.outside(start)?;
        let mut resolved = String::new();
        let taken = resolve(raw, start, &mut resolved)?;
        resolved.push_str(&raw[taken..]);
        self.append(start, Cow::Owned(resolved));
        Ok(())
    }

    /// Adds text, to the text before it where there is one.
    fn append(&mut self, start: usize, value: Cow<'a, str>) {
        let last = self.document.entries[self.open as usize].last;
        match self.document.entries.get_mut(last as usize) {
            Some(entry) if entry.kind == Kind::Text => entry.value.to_mut().push_str(&value),
            _ => {
                self.add(Kind::Text, start, value);
            }
        }
    }

    fn add(&mut self, kind: Kind, offset: usize, value: Cow<'a, str>) -> u32 {
        let entries = &mut self.document.entries;
        let index = entries.len() as u32;
        if let Some(parent) = entries.get_mut(self.open as usize) {
            let last = std::mem::replace(&mut parent.last, index);
            if last == NONE {
                parent.first = index;
            } else {
                entries[last as usize].next = index;
            }
        }
        entries.push(Entry {
            kind,
            offset: offset as u32,
            first_attribute: 0,
            attributes: 0,
            parent: self.open,
            first: NONE,
            last: NONE,
            next: NONE,
            value,
        });
        index
    }
}
