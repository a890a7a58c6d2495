//! XML for the documents: reading with positions kept, exact writing, and the element table.
//!
//! # How a document is declared
//!
//! A structure is declared once, with [`element!`]; reading, writing and schema validation come from that.
//! The order of its lines is the order of output: attributes first, a `;`, then the children.
//!
//! ```
//! use virt_xml::{element, names, read_document, write, Reading, Style};
//!
//! names! { pub enum DiskType { File = "file", Block = "block" } }
//!
//! element! {
//!     /// `/domain/devices/disk`
//!     pub Disk {
//!         attr kind:     Option<DiskType>        = "type",
//!         ;
//!         one  source:   Option<Box<DiskSource>> = "source",
//!         text serial:   Option<String>          = "serial",
//!         flag readonly: bool                    = "readonly",
//!     }
//!     pub DiskSource {
//!         attr file: Option<String> = "file",
//!         ;
//!     }
//! }
//!
//! let text = "<disk type='file'>\n  <source file='/a'/>\n  <readonly/>\n</disk>\n";
//! let r = Reading::new(virt_error::Origin::Domain);
//! let disk: Disk = read_document(text, "(disk_definition)", "disk", &r).unwrap();
//! assert!(disk.readonly);
//! assert_eq!(write(&disk, "disk", Style::default()), text);
//! ```
//!
//! To add an element or attribute, add a line (and take its name out of the document's table of unmodelled
//! names, if it is there). That is all. The kinds of lines:
//!
//! | line | type | XML |
//! | --- | --- | --- |
//! | `attr f: T = "n"` | `Option<Value>` | attribute `n='…'` |
//! | `one f: T = "n"` | `Option<Box<Element>>` | child element; written even when empty (`<n/>`) |
//! | `part f: T = "n"` | `Option<Box<Element>>` | child element; left out when nothing is in it |
//! | `shell f: T = "n"` | `Option<Box<Element>>` | like `one`, with an end tag even when empty |
//! | `many f: T = "n"`, `parts …` | `Vec<Element>` | child elements, likewise |
//! | `block f: T = "n"`, `blocks …` | `Option<Box<Element>>`, `Vec<Element>` | child elements, each with an end tag even when empty |
//! | `inline f: T = "n"` | `Element` | like `part`, without a box |
//! | `always f: T = "n"` | `Element` | always written, with an end tag |
//! | `text f: T = "n"` | `Option<Value>` | `<n>…</n>` |
//! | `texts f: T = "n"` | `Vec<Value>` | several of these |
//! | `value f: T = "n" @ "a"` | `Option<Value>` | `<n a='…'/>` |
//! | `flag f: bool = "n"` | `bool` | `<n/>` |
//! | `tree f: T = "n"`, `trees …` | `Option<Tree>`, `Vec<Tree>` | kept as it stands |
//! | `foreign f: T = "n"` | `Option<Tree>` | kept, and written as libxml2 writes (metadata) |
//! | `kept f: Vec<Tree>` | `Vec<Tree>` | trees that other code puts there (a driver's namespace) |
//! | `content f: T` | `Option<Value>` | the element's own text |
//! | `flat f: T` | `Element` | the lines of another structure, in this place |
//!
//! A line may end in `when secure` (a secret), `when live` (only while running) or `when status` (the daemon's
//! own files), in `is required`, `is positive` or `is natural` (not negative), or in `refused CODE "text {}"`, the error for a bad word where the general one is not used. After the closing brace, `=> path::to::function;` names a
//! `fn(&mut Self, Node, &Reading) -> Result<()>` that sees each element just read, to refuse it with the node at hand.
//! Values are `String`, the integers, [`YesNo`], [`OnOff`], [`Hex`], [`AnyBase`], enums of [`names!`] and
//! whatever implements [`Value`]. Elements that an attribute chooses are a [`choice!`]; `other Name(Type)` takes what
//! no word of it names, as it stands, to be refused or passed over later.
//!
//! What a table does not name is dropped, as libvirt drops it; refused when [`Reading::validate`] is set; and kept
//! in place when [`Reading::unmodelled`] has it. Defaults and checks that need the whole document belong in files of
//! their own, after reading.
#![forbid(unsafe_code)]

mod document;
mod element;
mod fault;
mod lexical;
mod scan;
mod table;
mod tree;
mod word;
mod writer;

pub use document::{Attribute, Document, Kind, Node};
pub use element::{
    Element, Names, Nest, Reading, Slot, Unmodelled, Words, bad_attribute, expect_root, missing_attribute,
    read, read_document, write, write_block, zero_attribute,
};
pub use lexical::MAX_ATTRIBUTES;
pub use scan::{MAX_DEPTH, MAX_NODES, MAX_SIZE, parse};
pub use tree::{Rest, Tree};
pub use virt_error::{Code, Error, Result};
pub use word::{AnyBase, Hex, OnOff, Value, Word, YesNo, signed, unsigned};
pub use writer::{Style, Writer, escape};
