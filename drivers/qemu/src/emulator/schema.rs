//! QMP's description of itself, and paths through it.

use serde_json::Value;
use std::collections::HashMap;

/// The answer to `query-qmp-schema`: its entities by name.
#[derive(Debug, Default)]
pub struct Schema {
    entities: HashMap<String, Value>,
}

impl Schema {
    /// Takes over the answer; what is not an entity is left out.
    pub fn new(answer: Value) -> Schema {
        let Value::Array(list) = answer else { return Schema::default() };
        let entities = list
            .into_iter()
            .filter_map(|entity| Some((entity.get("name")?.as_str()?.to_owned(), entity)))
            .collect();
        Schema { entities }
    }

    /// Whether the path leads somewhere. Its words, with spaces between them: the name of a command or event;
    /// `arg` or `ret`, the type of its arguments or its answer; then of each type in turn `NAME`, a member,
    /// `+NAME`, the branch for a value of the discriminator, `^NAME`, a value of an enumeration, or `$NAME`, a
    /// special feature, with which a path ends.
    pub fn has(&self, path: &str) -> bool {
        let mut words = path.split_ascii_whitespace();
        let Some(root) = words.next().and_then(|name| self.entities.get(name)) else { return false };
        if !matches!(text(root, "meta-type"), Some("command" | "event")) {
            return false;
        }
        let words: Vec<&str> = words.collect();
        match words.split_first() {
            None => true,
            Some((word, rest)) => match (*word, word.strip_prefix('$')) {
                ("arg", _) => self.leads(text(root, "arg-type"), rest),
                ("ret", _) => self.leads(text(root, "ret-type"), rest),
                (_, Some(feature)) => has_feature(root, feature) && rest.is_empty(),
                _ => false,
            },
        }
    }

    fn leads(&self, kind: Option<&str>, words: &[&str]) -> bool {
        let Some(entity) = kind.and_then(|kind| self.entities.get(kind)) else { return false };
        let Some((word, rest)) = words.split_first() else { return true };
        match text(entity, "meta-type") {
            Some("array") => self.leads(text(entity, "element-type"), words),
            Some("alternate") => list(entity, "members").any(|one| self.leads(text(one, "type"), words)),
            Some("object") => {
                if let Some(feature) = word.strip_prefix('$') {
                    return rest.is_empty() && has_feature(entity, feature);
                }
                if let Some(branch) = word.strip_prefix('+') {
                    return list(entity, "variants")
                        .filter(|variant| text(variant, "case") == Some(branch))
                        .any(|variant| self.leads(text(variant, "type"), rest));
                }
                let Some(member) = list(entity, "members").find(|member| text(member, "name") == Some(word))
                else {
                    return false;
                };
                match rest {
                    [feature] if feature.starts_with('$') => has_feature(member, &feature[1..]),
                    _ => self.leads(text(member, "type"), rest),
                }
            }
            Some("enum") => {
                let Some(value) = word.strip_prefix('^') else { return false };
                let member = list(entity, "members").any(|member| text(member, "name") == Some(value));
                let plain = list(entity, "values").any(|member| member.as_str() == Some(value));
                rest.is_empty() && (member || plain)
            }
            _ => false,
        }
    }
}

fn text<'v>(entity: &'v Value, name: &str) -> Option<&'v str> {
    entity.get(name)?.as_str()
}

fn list<'v>(entity: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    entity.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn has_feature(entity: &Value, name: &str) -> bool {
    list(entity, "features").any(|feature| feature.as_str() == Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_path_is_followed_through_members_branches_and_values() {
        let schema = Schema::new(json!([
            {"name": "add", "meta-type": "command", "arg-type": "1", "ret-type": "0", "features": ["json"]},
            {"name": "0", "meta-type": "object", "members": []},
            {"name": "1", "meta-type": "object", "tag": "driver",
             "members": [{"name": "driver", "type": "2"}, {"name": "path", "type": "str", "features": ["fd"]}],
             "variants": [{"case": "file", "type": "3"}]},
            {"name": "2", "meta-type": "enum", "members": [{"name": "file"}], "values": ["file"]},
            {"name": "3", "meta-type": "object", "members": [{"name": "child", "type": "[4]"}]},
            {"name": "[4]", "meta-type": "array", "element-type": "4"},
            {"name": "4", "meta-type": "alternate", "members": [{"type": "str"}, {"type": "1"}]},
            {"name": "str", "meta-type": "builtin"},
        ]));
        for path in [
            "add",
            "add $json",
            "add arg driver ^file",
            "add arg +file child",
            "add arg path $fd",
            "add arg +file child +file child driver ^file",
            "add ret",
        ] {
            assert!(schema.has(path), "{path}");
        }
        for path in [
            "",
            "1",
            "remove",
            "add $fd",
            "add arg driver ^none",
            "add arg +nbd",
            "add arg path $json",
            "add arg path deeper",
            "add ret driver",
            "add result",
        ] {
            assert!(!schema.has(path), "{path}");
        }
    }
}
