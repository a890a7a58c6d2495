//! As much of JSON as lists of test cases need.

/// A JSON value.
#[derive(Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

#[allow(dead_code)]
impl Json {
    pub fn parse(text: &str) -> Option<Json> {
        let mut rest = text.chars().collect::<Vec<_>>();
        rest.reverse();
        value(&mut rest)
    }

    pub fn items(&self) -> &[Json] {
        if let Json::List(items) = self { items } else { &[] }
    }

    pub fn get(&self, key: &str) -> Option<&Json> {
        let Json::Object(pairs) = self else { return None };
        pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        if let Json::Text(text) = self.get(key)? { Some(text) } else { None }
    }

    pub fn number(&self, key: &str) -> Option<i64> {
        if let Json::Number(number) = self.get(key)? { Some(*number as i64) } else { None }
    }

    pub fn flag(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Json::Bool(true)))
    }
}

/// The characters that are left, last first.
type Rest = Vec<char>;

fn blank(rest: &mut Rest) {
    while rest.last().is_some_and(|letter| letter.is_whitespace()) {
        rest.pop();
    }
}

fn take(rest: &mut Rest, wanted: char) -> bool {
    blank(rest);
    let there = rest.last() == Some(&wanted);
    if there {
        rest.pop();
    }
    there
}

fn value(rest: &mut Rest) -> Option<Json> {
    blank(rest);
    match *rest.last()? {
        '"' => text(rest).map(Json::Text),
        '[' => {
            rest.pop();
            let mut items = Vec::new();
            while !take(rest, ']') {
                items.push(value(rest)?);
                take(rest, ',');
            }
            Some(Json::List(items))
        }
        '{' => {
            rest.pop();
            let mut pairs = Vec::new();
            while !take(rest, '}') {
                blank(rest);
                let name = text(rest)?;
                take(rest, ':').then_some(())?;
                pairs.push((name, value(rest)?));
                take(rest, ',');
            }
            Some(Json::Object(pairs))
        }
        _ => {
            let mut word = String::new();
            while rest.last().is_some_and(|letter| letter.is_alphanumeric() || "+-.".contains(*letter)) {
                word.extend(rest.pop());
            }
            match &word[..] {
                "null" => Some(Json::Null),
                "true" => Some(Json::Bool(true)),
                "false" => Some(Json::Bool(false)),
                number => number.parse().ok().map(Json::Number),
            }
        }
    }
}

fn text(rest: &mut Rest) -> Option<String> {
    take(rest, '"').then_some(())?;
    let mut text = String::new();
    loop {
        match rest.pop()? {
            '"' => return Some(text),
            '\\' => match rest.pop()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'u' => {
                    let digits: String = (0..4).filter_map(|_| rest.pop()).collect();
                    text.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                }
                other => text.push(other),
            },
            letter => text.push(letter),
        }
    }
}
