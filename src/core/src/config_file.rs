//! Configuration files: `key = value`, where a value is a number, a string or a list of strings.
//!
//! The format of `libvirt.conf`, `libvirtd.conf`, `qemu.conf` and their siblings.

use std::{fs, io, path::Path};
use virt_error::{Error, Origin, Result, bail, error};

/// A value of a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Number(i64),
    Text(String),
    List(Vec<String>),
}

/// The settings of a file, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigFile {
    pub path: String,
    pub settings: Vec<(String, Value)>,
}

/// A larger file is no configuration.
const SIZE_MAX: u64 = 1 << 20;

impl ConfigFile {
    /// Reads a file; an absent one is empty.
    pub fn load(path: &Path) -> Result<ConfigFile> {
        let shown = path.display().to_string();
        let failed =
            |cause: &io::Error| Error::system(Origin::Conf, format!("Failed to open file '{shown}'"), cause);
        match fs::metadata(path) {
            Ok(metadata) if metadata.len() > SIZE_MAX => {
                bail!(Conf, ConfSyntax, "{shown} is larger than {SIZE_MAX} bytes")
            }
            Ok(_) => {}
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(ConfigFile::default()),
            Err(cause) => return Err(failed(&cause)),
        }
        let text = fs::read_to_string(path).map_err(|cause| failed(&cause))?;
        ConfigFile::parse(&text, &shown)
    }

    /// Reads a file's text; `path` is for messages.
    pub fn parse(text: &str, path: &str) -> Result<ConfigFile> {
        let mut parser = Parser { rest: text, line: 1, path };
        let mut settings = Vec::new();
        while parser.skip_blank() {
            let key = parser.key()?;
            parser.expect('=', "expecting an assignment")?;
            let value = parser.value()?;
            parser.end_of_statement()?;
            settings.push((key, value));
        }
        Ok(ConfigFile { path: path.to_owned(), settings })
    }

    /// The last value of `key`.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.settings.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The text that `key` holds.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` when it holds something else.
    pub fn text(&self, key: &str) -> Result<Option<&str>> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong_kind(key, "string")),
        }
    }

    /// The list that `key` holds.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` when it holds something else.
    pub fn list(&self, key: &str) -> Result<Option<&[String]>> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::List(items)) => Ok(Some(items)),
            Some(_) => Err(self.wrong_kind(key, "string list")),
        }
    }

    fn wrong_kind(&self, key: &str, kind: &str) -> Error {
        error!(Conf, InternalError, "{}: expected a {kind} for '{key}' parameter", self.path)
    }
}

struct Parser<'a> {
    rest: &'a str,
    line: usize,
    path: &'a str,
}

impl Parser<'_> {
    fn fail(&self, what: &str) -> Error {
        error!(Conf, ConfSyntax, "{}:{}: {what}", self.path, self.line)
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.rest = &self.rest[next.len_utf8()..];
        if next == '\n' {
            self.line += 1;
        }
        Some(next)
    }

    fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t')) {
            self.bump();
        }
    }

    fn skip_comment(&mut self) {
        if self.peek() == Some('#') {
            while self.peek().is_some_and(|next| next != '\n') {
                self.bump();
            }
        }
    }

    /// Skips white space, empty lines and comments; `false` at the end of the text.
    fn skip_blank(&mut self) -> bool {
        loop {
            self.skip_comment();
            match self.peek() {
                None => return false,
                Some(next) if next.is_whitespace() => self.bump(),
                Some(_) => return true,
            };
        }
    }

    fn key(&mut self) -> Result<String> {
        let length = self
            .rest
            .find(|c: char| !c.is_ascii_alphanumeric() && !"_-.".contains(c))
            .unwrap_or(self.rest.len());
        if length == 0 || !self.rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(self.fail("expecting a name"));
        }
        let (key, rest) = self.rest.split_at(length);
        self.rest = rest;
        self.skip_spaces();
        Ok(key.to_owned())
    }

    fn expect(&mut self, wanted: char, complaint: &str) -> Result<()> {
        if self.peek() != Some(wanted) {
            return Err(self.fail(complaint));
        }
        self.bump();
        self.skip_spaces();
        Ok(())
    }

    fn value(&mut self) -> Result<Value> {
        match self.peek() {
            Some('"' | '\'') => Ok(Value::Text(self.quoted()?)),
            Some('[') => self.bracketed(),
            Some(first) if first.is_ascii_digit() || first == '-' => self.number(),
            _ => Err(self.fail("expecting a value")),
        }
    }

    fn number(&mut self) -> Result<Value> {
        let length = self.rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(length);
        let number = digits.parse().map_err(|_| self.fail("invalid number"))?;
        self.rest = rest;
        Ok(Value::Number(number))
    }

    /// A string in single or double quotes, or in triple double quotes over several lines. Nothing is escaped.
    fn quoted(&mut self) -> Result<String> {
        let quote = if self.rest.starts_with("\"\"\"") {
            "\"\"\""
        } else if self.rest.starts_with('"') {
            "\""
        } else {
            "'"
        };
        let body = &self.rest[quote.len()..];
        let Some(end) = body.find(quote) else {
            return Err(self.fail("unterminated string"));
        };
        let text = &body[..end];
        if quote.len() == 1 && text.contains('\n') {
            return Err(self.fail("unterminated string"));
        }
        self.line += text.matches('\n').count();
        self.rest = &body[end + quote.len()..];
        Ok(text.to_owned())
    }

    fn bracketed(&mut self) -> Result<Value> {
        self.bump();
        let mut items = Vec::new();
        loop {
            self.skip_blank();
            match self.peek() {
                Some(']') => break,
                Some('"' | '\'') => items.push(self.quoted()?),
                _ => return Err(self.fail("list is not closed with ]")),
            }
            self.skip_blank();
            match self.peek() {
                Some(',') => self.bump(),
                Some(']') => break,
                _ => return Err(self.fail("expecting a separator in list")),
            };
        }
        self.bump();
        Ok(Value::List(items))
    }

    fn end_of_statement(&mut self) -> Result<()> {
        self.skip_spaces();
        self.skip_comment();
        match self.peek() {
            None | Some('\n' | '\r') => Ok(()),
            Some(_) => Err(self.fail("expecting a separator")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_read() {
        let text = "# aliases\nuri_aliases = [\n  \"a=test:///a\", # one\n  'b=test:///b',\n]\nuri_default = \"x\"\nn = 12\n";
        let file = ConfigFile::parse(text, "f").unwrap();
        assert_eq!(file.list("uri_aliases").unwrap().unwrap(), ["a=test:///a", "b=test:///b"]);
        assert_eq!(file.text("uri_default").unwrap(), Some("x"));
        assert_eq!(file.get("n"), Some(&Value::Number(12)));
        assert!(file.text("n").is_err());
        assert_eq!(file.text("absent").unwrap(), None);
    }

    #[test]
    fn a_syntax_error_names_file_and_line() {
        for (text, line) in
            [("a = \"x\nb", 1), ("\n\nb c", 3), ("a = [ 'x' 'y' ]", 1), ("= 3", 1), ("a = 1 2", 1)]
        {
            let error = ConfigFile::parse(text, "my.conf").unwrap_err();
            assert!(error.message().contains(&format!("my.conf:{line}:")), "{text:?}: {error}");
        }
    }
}
