//! Names of objects that become names of files.

use virt_error::{Code, Error, Origin, Result};

/// The longest name of a file.
const LONGEST: usize = 255;

/// Refuses a name that means something else to a file system than a file, or that no file can have. A slash is
/// the business of the document, which has words of its own for it.
pub fn check(name: &str, origin: Origin) -> Result<()> {
    let text = if matches!(name, "." | "..") {
        format!("name '{name}' is the name of a folder")
    } else if name.contains(|letter: char| letter.is_control()) {
        format!("name {name:?} contains a control character")
    } else if name.len() > LONGEST {
        format!("name is longer than {LONGEST} bytes")
    } else {
        return Ok(());
    };
    Err(Error::new(origin, Code::XmlError, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_refused() {
        for bad in [".", "..", "a\nb", "a\tb", &"x".repeat(256)] {
            assert!(check(bad, Origin::Network).is_err(), "{bad}");
        }
        for good in ["a", "...", ".a", "a b", "ä", &"x".repeat(255)] {
            assert!(check(good, Origin::Network).is_ok(), "{good}");
        }
    }
}
