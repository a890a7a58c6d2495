//! Writes the API descriptions (`libvirt-api.xml` and its siblings), from which the Python binding is generated.
//!
//! They say what the headers say, so they are read off the headers that the build has just made: functions with
//! their arguments, enum values, macros, structs and typedefs, each with the text of its comment. In the comment of
//! a function a line `@name: text` describes an argument, and a sentence that begins with "Returns" the result. An
//! argument whose text begins with "(optional)" has a default value in Python.

use crate::headers::{HEADERS, Header, write_if_new};
use std::{env, error::Error, fmt::Write, fs, path::Path};

/// Each description with the prefix of the headers that belong to it alone.
const APIS: [&str; 3] = ["libvirt-qemu", "libvirt-lxc", "libvirt-admin"];

/// Writes the four descriptions into `target/api/`.
pub fn generate(root: &Path) -> Result<(), Box<dyn Error>> {
    let out_dir = env::var("OUT_DIR")?;
    // OUT_DIR is target/PROFILE/build/PACKAGE/out.
    let out =
        Path::new(&out_dir).ancestors().nth(4).ok_or("OUT_DIR is not in a target directory")?.join("api");
    fs::create_dir_all(&out)?;
    let own = |header: &&Header| APIS.contains(&header.name);
    let shared: Vec<&Header> = HEADERS.iter().filter(|header| !own(header)).collect();
    write_if_new(&out.join("libvirt-api.xml"), &describe(root, "libvirt", &shared)?)?;
    for header in HEADERS.iter().filter(own) {
        let text = describe(root, header.name, &[header])?;
        write_if_new(&out.join(format!("{}-api.xml", header.name)), &text)?;
    }
    Ok(())
}

fn describe(root: &Path, name: &str, headers: &[&Header]) -> Result<String, Box<dyn Error>> {
    let mut files = String::new();
    let mut symbols = String::new();
    for header in headers {
        let text = fs::read_to_string(root.join("include/libvirt").join(header.name).with_extension("h"))?;
        writeln!(files, "    <file name='{}'>", header.name)?;
        for item in items(&text) {
            item.list(&mut files)?;
            item.describe(header.name, &mut symbols)?;
        }
        files.push_str("    </file>\n");
    }
    Ok(format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n<api name='{name}'>\n  <files>\n{files}  </files>\n  \
         <symbols>\n{symbols}  </symbols>\n</api>\n"
    ))
}

/// A declaration of a header, with the words of the comment above it.
struct Item<'a> {
    comment: Comment,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Macro { name: &'a str, text: &'a str },
    Enum { name: &'a str, values: Vec<(Comment, &'a str, String)> },
    Struct { name: &'a str, fields: Vec<(Comment, &'a str, &'a str)> },
    Typedef { name: &'a str, target: &'a str },
    Callback { name: &'a str, result: &'a str, args: Vec<(&'a str, &'a str)> },
    Function { name: &'a str, result: &'a str, args: Vec<(&'a str, &'a str)> },
}

/// The declarations of a header that cbindgen wrote, whose layout is therefore known.
fn items(text: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let mut rest = text;
    let mut comment = Comment::default();
    while !rest.is_empty() {
        let line = rest.lines().next().unwrap_or_default();
        if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            comment = Comment::new(&rest[..end]);
            rest = rest[end..].strip_prefix('\n').unwrap_or(&rest[end..]);
            continue;
        }
        let length = if line.starts_with('#')
            || line.is_empty()
            || line.starts_with('}')
            || line.starts_with("extern \"C\"")
        {
            logical_line(rest)
        } else if line.ends_with('{') {
            rest.find("\n} ").map_or(rest.len(), |at| at + 1 + logical_line(&rest[at + 1..]))
        } else {
            rest.find(";\n").map_or(rest.len(), |at| at + 2)
        };
        let (declaration, after) = rest.split_at(length);
        rest = after;
        if let Some(kind) = kind(declaration.trim()) {
            items.push(Item { comment: std::mem::take(&mut comment), kind });
        } else if !line.is_empty() {
            comment = Comment::default();
        }
    }
    items
}

/// The length of the first line, with those that a backslash joins to it.
fn logical_line(text: &str) -> usize {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        length += line.len();
        if !line.ends_with("\\\n") {
            break;
        }
    }
    length
}

fn kind(declaration: &str) -> Option<Kind<'_>> {
    if let Some(rest) = declaration.strip_prefix("#define ") {
        let (name, text) = rest.split_once(' ')?;
        return (!name.ends_with("_H") && !name.contains('(')).then_some(Kind::Macro { name, text });
    }
    if declaration.starts_with(['#', '}'])
        || declaration.is_empty()
        || declaration.starts_with("extern \"C\"")
    {
        return None;
    }
    if let Some(rest) = declaration.strip_prefix("typedef ") {
        let body = rest.split_once('{').and_then(|(_, body)| body.rsplit_once('}'));
        return match body {
            Some((body, name)) if rest.starts_with("enum") => {
                Some(Kind::Enum { name: name.trim().trim_end_matches(';'), values: values(body) })
            }
            Some((body, name)) => {
                Some(Kind::Struct { name: name.trim().trim_end_matches(';'), fields: fields(body) })
            }
            None => typedef(rest.trim_end_matches(';')),
        };
    }
    let (head, args) = declaration.strip_suffix(");")?.split_once('(')?;
    let (result, name) = typed_name(head)?;
    Some(Kind::Function { name, result, args: arguments(args) })
}

fn typedef(text: &str) -> Option<Kind<'_>> {
    if let Some((result, rest)) = text.split_once("(*") {
        let (name, args) = rest.strip_suffix(')')?.split_once(")(")?;
        return Some(Kind::Callback { name, result: result.trim(), args: arguments(args) });
    }
    let (target, name) = typed_name(text)?;
    Some(Kind::Typedef { name, target })
}

/// Splits `const char *name` into the type, spelt as it stands, and the name.
fn typed_name(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let start = text.rfind(|c: char| !c.is_alphanumeric() && c != '_')? + 1;
    Some((text[..start].trim_end(), &text[start..]))
}

fn arguments(text: &str) -> Vec<(&str, &str)> {
    text.split(',').filter_map(typed_name).collect()
}

fn values(body: &str) -> Vec<(Comment, &str, String)> {
    let mut values = Vec::new();
    for (comment, line) in commented_lines(body) {
        let line = line.trim_matches([',', ' ']);
        if let Some((name, value)) = line.split_once(" = ") {
            values.push((comment, name, number(value)));
        }
    }
    values
}

/// The decimal number of a value that is one, or `(1 << n)`.
fn number(value: &str) -> String {
    let shift = value.strip_prefix("(1 << ").and_then(|bits| bits.trim_end_matches(')').parse::<u32>().ok());
    shift.map_or_else(|| value.to_owned(), |bits| (1_u64 << bits).to_string())
}

fn fields(body: &str) -> Vec<(Comment, &str, &str)> {
    commented_lines(body)
        .into_iter()
        .filter_map(|(comment, line)| {
            let line = line.trim_end_matches(';').trim_end_matches(" VIR_DEPRECATED");
            let (kind, name) = typed_name(line.split('[').next()?)?;
            Some((comment, kind, name))
        })
        .collect()
}

/// The lines of a body that are not comments or conditions, each with the comment above it.
fn commented_lines(body: &str) -> Vec<(Comment, &str)> {
    let mut lines = Vec::new();
    let mut rest = body;
    let mut comment = Comment::default();
    while let Some((line, after)) = rest.split_once('\n') {
        let line = line.trim();
        if line.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            comment = Comment::new(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        rest = after;
        if !line.is_empty() && !line.starts_with('#') {
            lines.push((std::mem::take(&mut comment), line));
        }
    }
    lines
}

impl Item<'_> {
    /// Writes the item's line in the list of what a file exports.
    fn list(&self, out: &mut String) -> std::fmt::Result {
        let mut export =
            |symbol: &str, kind: &str| writeln!(out, "      <exports symbol='{symbol}' type='{kind}'/>");
        match &self.kind {
            Kind::Macro { name, .. } => export(name, "macro"),
            Kind::Enum { name, values } => {
                export(name, "typedef")?;
                values.iter().try_for_each(|(_, value, _)| export(value, "enum"))
            }
            Kind::Struct { name, .. } => export(name, "struct"),
            Kind::Typedef { name, .. } | Kind::Callback { name, .. } => export(name, "typedef"),
            Kind::Function { name, .. } => export(name, "function"),
        }
    }

    fn describe(&self, file: &str, out: &mut String) -> std::fmt::Result {
        let Comment { text, since, .. } = &self.comment;
        let version = if since.is_empty() { String::new() } else { format!(" version='{since}'") };
        match &self.kind {
            Kind::Macro { name, text: value } => {
                let string = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
                let (key, value) = string.map_or(("raw", *value), |string| ("string", string));
                let value = escape(value);
                writeln!(out, "    <macro name='{name}' file='{file}'{version} {key}='{value}'>")?;
                writeln!(out, "      <info>{}</info>\n    </macro>", escape(text))
            }
            Kind::Enum { name, values } => {
                for (comment, value, number) in values {
                    let (info, since) = (escape(&comment.text), &comment.since);
                    writeln!(
                        out,
                        "    <enum name='{value}' file='{file}' value='{number}' type='{name}' version='{since}' info='{info}'/>"
                    )?;
                }
                writeln!(out, "    <typedef name='{name}' file='{file}' type='enum'{version}/>")
            }
            Kind::Struct { name, fields } => {
                writeln!(out, "    <struct name='{name}' file='{file}' type='struct {name}'{version}>")?;
                for (comment, kind, field) in fields {
                    let info = escape(&comment.text);
                    writeln!(out, "      <field name='{field}' type='{}' info='{info}'/>", escape(kind))?;
                }
                out.push_str("    </struct>\n");
                Ok(())
            }
            Kind::Typedef { name, target } => {
                writeln!(out, "    <typedef name='{name}' file='{file}' type='{}'{version}/>", escape(target))
            }
            Kind::Callback { name, result, args } => {
                self.signature("functype", name, result, args, file, out)
            }
            Kind::Function { name, result, args } => {
                self.signature("function", name, result, args, file, out)
            }
        }
    }

    fn signature(
        &self,
        kind: &str,
        name: &str,
        result: &str,
        args: &[(&str, &str)],
        file: &str,
        out: &mut String,
    ) -> std::fmt::Result {
        let Comment { text, returns, since, .. } = &self.comment;
        // The binding's generator goes by the module and passes over this one, whose work it does itself.
        let module = if file == "libvirt-common" { "virtypedparam-public" } else { file };
        writeln!(out, "    <{kind} name='{name}' file='{file}' module='{module}' version='{since}'>")?;
        writeln!(out, "      <info>{}</info>", escape(text))?;
        writeln!(out, "      <return type='{}' info='{}'/>", escape(result), escape(returns))?;
        for (at, (of, arg)) in args.iter().enumerate() {
            let optional = |arg: &str| self.comment.argument(arg).starts_with("(optional)");
            let mut info = self.comment.argument(arg);
            // Python can leave out an argument only if it can leave out all that follow, as it can flags.
            if optional(arg) && args[at..].iter().any(|(_, later)| *later != "flags" && !optional(later)) {
                info = info.trim_start_matches("(optional)").trim_start();
            }
            let info = escape(info);
            writeln!(out, "      <arg name='{arg}' type='{}' info='{info}'/>", escape(of))?;
        }
        writeln!(out, "    </{kind}>")
    }
}

/// What a comment says, taken apart.
#[derive(Default)]
struct Comment {
    text: String,
    args: Vec<(String, String)>,
    returns: String,
    since: String,
}

impl Comment {
    fn new(text: &str) -> Comment {
        let mut comment = Comment::default();
        let mut in_argument = false;
        for line in text.trim().trim_start_matches("/*").trim_end_matches("*/").lines() {
            let line = line.trim().trim_start_matches('*').trim();
            let line = match line.split_once("Since: ") {
                Some((before, since)) => {
                    comment.since = since.trim_end_matches('.').to_owned();
                    before.trim()
                }
                None => line,
            };
            if let Some((name, info)) = line.strip_prefix('@').and_then(|line| line.split_once(':')) {
                comment.args.push((name.to_owned(), info.trim().to_owned()));
                in_argument = true;
                continue;
            }
            in_argument &= !line.is_empty();
            let into = match comment.args.last_mut() {
                Some((_, info)) if in_argument => info,
                _ => &mut comment.text,
            };
            if line.is_empty() {
                // An empty line ends a paragraph; several are one.
                if !into.is_empty() && !into.ends_with("\n\n") {
                    into.push_str("\n\n");
                }
            } else {
                if !into.is_empty() && !into.ends_with('\n') {
                    into.push(' ');
                }
                into.push_str(line);
            }
        }
        comment.text.truncate(comment.text.trim_end().len());
        if let Some(returns) = comment.text.split("\n\n").find(|paragraph| paragraph.starts_with("Returns")) {
            comment.returns = returns.trim_start_matches("Returns").trim().to_owned();
        }
        comment
    }

    fn argument(&self, name: &str) -> &str {
        self.args.iter().find(|(of, _)| of == name).map_or("", |(_, info)| info)
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\'' => out.push_str("&apos;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}
