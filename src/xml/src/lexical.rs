//! The small parts of a text: names, attributes, references, characters.

use crate::document::Attribute;
use crate::fault::Fault;
use std::borrow::Cow;

/// Attributes of one element.
pub const MAX_ATTRIBUTES: usize = 1024;

pub(crate) fn blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// How many bytes of `text` a name takes that stands at its beginning.
pub(crate) fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let starts = bytes
        .first()
        .is_some_and(|&byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':') || byte >= 0x80);
    if !starts {
        return 0;
    }
    let inside = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-' | b'.') || *byte >= 0x80
    };
    bytes.iter().position(|byte| !inside(byte)).unwrap_or(bytes.len())
}

/// Reads the attributes of a start tag; `text` is what follows its name and `base` its offset.
pub(crate) fn attributes<'a>(
    text: &'a str,
    base: usize,
    found: &mut Vec<Attribute<'a>>,
) -> Result<(), Fault> {
    let bytes = text.as_bytes();
    let first = found.len();
    let mut at = 0;
    loop {
        let blanks = bytes[at..].iter().take_while(|&&byte| blank(byte)).count();
        at += blanks;
        if at == bytes.len() {
            break;
        }
        let length = name_length(&text[at..]);
        if blanks == 0 && found.len() > first {
            return Err(Fault::new(base + at, "attributes construct error"));
        }
        if length == 0 || blanks == 0 {
            return Err(Fault::new(base + at, "error parsing attribute name"));
        }
        let offset = base + at;
        let name = &text[at..at + length];
        at += length;
        let skip = |mut at: usize| {
            while bytes.get(at).is_some_and(|&byte| blank(byte)) {
                at += 1;
            }
            at
        };
        at = skip(at);
        if bytes.get(at) != Some(&b'=') {
            return Err(Fault::new(base + at, format!("Specification mandates value for attribute {name}")));
        }
        at = skip(at + 1);
        let quote = match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => quote,
            _ => return Err(Fault::new(base + at, "AttValue: \" or ' expected")),
        };
        at += 1;
        let Some(length) = bytes[at..].iter().position(|&byte| byte == quote) else {
            return Err(match bytes[at..].iter().position(|&byte| byte == b'<') {
                Some(place) => {
                    Fault::new(base + at + place, "Unescaped '<' not allowed in attributes values")
                }
                None => Fault::new(base + bytes.len(), "AttValue: ' expected"),
            });
        };
        let value = attribute_value(&text[at..at + length], base + at)?;
        at += length + 1;
        if found.len() - first >= MAX_ATTRIBUTES {
            return Err(Fault::new(offset, format!("more than {MAX_ATTRIBUTES} attributes in one element")));
        }
        // Few attributes are compared one by one; many are compared once, sorted, at the end.
        if found.len() - first < 16 && found[first..].iter().any(|other| other.name == name) {
            return Err(Fault::new(base + at, format!("Attribute {name} redefined")));
        }
        found.push(Attribute { name, value, offset: offset as u32 });
    }
    if found.len() - first > 16 {
        let mut names: Vec<_> = found[first..].iter().map(|attribute| attribute.name).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Fault::new(base + at, format!("Attribute {} redefined", pair[0])));
        }
    }
    Ok(())
}

/// An attribute's value with references resolved and white space turned into spaces.
fn attribute_value(raw: &str, base: usize) -> Result<Cow<'_, str>, Fault> {
    let special = |byte: &u8| *byte < 0x20 || matches!(byte, b'&' | b'<');
    let Some(mut at) = raw.bytes().position(|byte| special(&byte)) else {
        return Ok(Cow::Borrowed(raw));
    };
    let mut value = String::with_capacity(raw.len());
    value.push_str(&raw[..at]);
    while let Some(&byte) = raw.as_bytes().get(at) {
        match byte {
            b'<' => return Err(Fault::new(base + at, "Unescaped '<' not allowed in attributes values")),
            b'&' => at += resolve(&raw[at..], base + at, &mut value)?,
            b'\r' if raw.as_bytes().get(at + 1) == Some(&b'\n') => at += 1,
            b'\n' | b'\t' | b'\r' => {
                value.push(' ');
                at += 1;
            }
            0..0x20 => return Err(Fault::new(base + at, "invalid character in attribute value")),
            _ => {
                let rest = &raw[at..];
                let length = rest.bytes().position(|byte| special(&byte)).unwrap_or(rest.len());
                value.push_str(&rest[..length]);
                at += length;
            }
        }
    }
    Ok(Cow::Owned(value))
}

/// Resolves the reference at the beginning of `raw` (`&…;`) and answers how many bytes it took.
pub(crate) fn resolve(raw: &str, offset: usize, out: &mut String) -> Result<usize, Fault> {
    let inside = &raw[1..];
    if let Some(number) = inside.strip_prefix('#') {
        let (digits, radix, skipped) = match number.strip_prefix('x') {
            Some(digits) => (digits, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.bytes().position(|byte| !(byte as char).is_digit(radix)).unwrap_or(digits.len());
        let taken = skipped + length;
        if digits.as_bytes().get(length) != Some(&b';') {
            let kind = if radix == 16 { "hexadecimal" } else { "decimal" };
            return Err(Fault::new(offset + taken, format!("CharRef: invalid {kind} value")));
        }
        let value = match &digits[..length] {
            "" => 0,
            digits => u32::from_str_radix(digits, radix).unwrap_or(u32::MAX),
        };
        match char::from_u32(value).filter(|&found| allowed(found)) {
            Some(found) => out.push(found),
            None => {
                let message = format!("xmlParseCharRef: invalid xmlChar value {}", value as i32);
                return Err(Fault::new(offset + taken + 1, message));
            }
        }
        return Ok(taken + 1);
    }
    let length = name_length(inside);
    let name = &inside[..length];
    if name.is_empty() {
        return Err(Fault::new(offset + 1, "xmlParseEntityRef: no name"));
    }
    if inside.as_bytes().get(length) != Some(&b';') {
        return Err(Fault::new(offset + 1 + length, "EntityRef: expecting ';'"));
    }
    out.push(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return Err(Fault::new(offset + length + 2, format!("Entity '{name}' not defined"))),
    });
    Ok(length + 2)
}

/// Two hyphens end a comment, and stand nowhere inside it; `inside` begins four bytes behind `start`.
pub(crate) fn hyphens(inside: &str, start: usize) -> Result<(), Fault> {
    match inside.find("--") {
        Some(at) => {
            let beginning: String = inside[..at].chars().take(50).collect();
            Err(Fault::new(start + 4 + at, format!("Double hyphen within comment: <!--{beginning}")))
        }
        None => Ok(()),
    }
}

/// Characters that XML 1.0 has.
fn allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

pub(crate) fn check_characters(raw: &str, base: usize, message: &str) -> Result<(), Fault> {
    let bad = raw.bytes().position(|byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'));
    let bad = bad.or_else(|| raw.find(['\u{fffe}', '\u{ffff}']));
    match bad {
        Some(at) => {
            let value = raw[at..].chars().next().map_or(0, u32::from);
            Err(Fault::new(base + at, format!("{message} {value}")))
        }
        None => Ok(()),
    }
}

/// Text with every kind of line end as a line feed.
pub(crate) fn newlines(raw: &str) -> Cow<'_, str> {
    if raw.as_bytes().contains(&b'\r') {
        Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(raw)
    }
}
