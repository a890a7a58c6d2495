//! JSON, as far as a test needs to read a table of facts.
#![allow(dead_code)]

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole document; panics where it is none.
    pub fn read(text: &str) -> Json {
        let mut rest = text;
        let value = value(&mut rest);
        assert!(rest.trim().is_empty(), "after the document: {:.40}", rest.trim());
        value
    }

    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|field| field.0 == name).map(|field| &field.1),
            _ => None,
        }
    }

    pub fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Json::Text(text)) => text,
            _ => "",
        }
    }

    pub fn items(&self, name: &str) -> &[Json] {
        match self.get(name) {
            Some(Json::Array(items)) => items,
            _ => &[],
        }
    }

    pub fn number(&self, name: &str) -> Option<f64> {
        match self.get(name) {
            Some(Json::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

fn value(rest: &mut &str) -> Json {
    *rest = rest.trim_start();
    let first = rest.chars().next().expect("a value");
    match first {
        '{' => Json::Object(sequence(rest, '}', |rest| {
            let name = string(rest);
            *rest = rest.trim_start().strip_prefix(':').expect("a colon");
            (name, value(rest))
        })),
        '[' => Json::Array(sequence(rest, ']', value)),
        '"' => Json::Text(string(rest)),
        _ => {
            let end = rest.find([',', ']', '}', '\n', ' ']).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            *rest = after;
            match word {
                "null" => Json::Null,
                "true" => Json::Bool(true),
                "false" => Json::Bool(false),
                number => Json::Number(number.parse().expect("a number")),
            }
        }
    }
}

fn sequence<T>(rest: &mut &str, end: char, item: impl Fn(&mut &str) -> T) -> Vec<T> {
    *rest = rest[1..].trim_start();
    let mut items = Vec::new();
    while !rest.starts_with(end) {
        items.push(item(rest));
        *rest = rest.trim_start();
        *rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    *rest = &rest[1..];
    items
}

/// A string without escapes, which the tables do not have.
fn string(rest: &mut &str) -> String {
    let body = rest.trim_start().strip_prefix('"').expect("a string");
    let (text, after) = body.split_once('"').expect("the end of a string");
    *rest = after;
    text.to_owned()
}
