//! What a host is and can run: `<capabilities>`, and what one kind of guest on it may have:
//! `<domainCapabilities>`.

pub mod domain;
mod guest;
mod host;
mod topology;

pub use guest::*;
pub use host::*;
pub use topology::*;

use virt_error::{Origin, Result};
use virt_xml::{Reading, Style, element, read_document, write_block};

element! {
    /// `<capabilities>`
    pub Capabilities {
        ;
        blocks host: Vec<HostCapabilities> = "host",
        blocks guests: Vec<GuestCapabilities> = "guest",
    }
}

impl Capabilities {
    /// Reads a document, such as another host's.
    pub fn parse(text: &str) -> Result<Capabilities> {
        read_document(text, "(capabilities)", "capabilities", &Reading::new(Origin::Capabilities))
    }

    /// The document; the blank lines between its parts belong to the format.
    pub fn format(&self) -> String {
        let text = write_block(self, "capabilities", Style::default());
        let mut spaced = String::with_capacity(text.len() + 16);
        for line in text.split_inclusive('\n') {
            spaced.push_str(line);
            if matches!(line, "<capabilities>\n" | "  </host>\n" | "  </guest>\n") {
                spaced.push('\n');
            }
        }
        spaced
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_xml::OnOff;

    #[test]
    fn parts_are_set_apart_by_blank_lines() {
        let arch = GuestArch { name: Some("x86_64".into()), word_size: Some(64), ..GuestArch::default() };
        let acpi = Toggle { default: Some(OnOff(true)), ..Toggle::default() };
        let features = GuestFeatures { acpi: Some(Box::new(acpi)), pae: true, ..GuestFeatures::default() };
        let guest = GuestCapabilities {
            os_type: Some("hvm".into()),
            arch: Some(Box::new(arch)),
            features: Some(Box::new(features)),
            ..GuestCapabilities::default()
        };
        let host = HostCapabilities { power_management: Some(Box::default()), ..HostCapabilities::default() };
        let capabilities = Capabilities { host: vec![host], guests: vec![guest], ..Capabilities::default() };
        let text = "<capabilities>\n\n  <host>\n    <power_management/>\n  </host>\n\n  <guest>\n\
                    \x20   <os_type>hvm</os_type>\n    <arch name='x86_64'>\n      <wordsize>64</wordsize>\n\
                    \x20   </arch>\n    <features>\n      <pae/>\n      <acpi default='on'/>\n    </features>\n\
                    \x20 </guest>\n\n</capabilities>\n";
        assert_eq!(capabilities.format(), text);
        assert_eq!(Capabilities::parse(text).unwrap(), capabilities);
    }
}
