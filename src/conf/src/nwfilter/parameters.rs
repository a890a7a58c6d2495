//! Values for the variables of a filter.

use std::collections::BTreeMap;
use virt_xml::{Node, Writer};

/// Each variable's values, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(pub BTreeMap<String, Vec<String>>);

impl Parameters {
    /// Reads the `<parameter>` elements inside; those with a name or a value that none can have are passed over.
    pub(super) fn read(node: Node<'_>) -> Parameters {
        let mut parameters = Parameters::default();
        for child in node.children().filter(|child| child.name() == "parameter") {
            let (Some(name), Some(value)) = (child.attribute("name"), child.attribute("value")) else {
                continue;
            };
            let valid_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let valid_value = value.chars().all(|c| c.is_ascii_alphanumeric() || "_.:".contains(c));
            if valid_name && valid_value && !value.is_empty() {
                parameters.0.entry(name.to_owned()).or_default().push(value.to_owned());
            }
        }
        parameters
    }

    /// `<filterref>` to the filter with these values.
    pub(super) fn write(&self, filter: &str, w: &mut Writer) {
        w.open("filterref");
        w.attribute("filter", filter);
        for (name, values) in &self.0 {
            for value in values {
                w.open("parameter");
                w.attribute("name", name);
                w.attribute("value", value);
                w.close("parameter");
            }
        }
        w.close("filterref");
    }
}
