//! What the host is made of, by default or by its node file.

use super::memory::Merging;
use std::sync::Mutex;
use virt_core::{records::*, types::*};
use virt_error::{Error, Result, bail, error};
use virt_xml::{Node, unsigned};

pub const SECURITY_MODEL: &str = "testSecurity";
pub const SECURITY_DOI: &str = "";

/// The processors that are online among the first eight: the first, third and fifth.
pub const ONLINE_CPUS: u8 = 0b0001_0101;

/// What the host's processors have spent their time with since it was made, in ns.
pub const CPU_TIMES: [(&str, u64); 4] = [
    ("user", 9_797_400_000),
    ("kernel", 34_678_723_400_000),
    ("idle", 87_264_900_000),
    ("iowait", 763_600_000),
];

/// The sizes of page that the host knows, in KiB.
pub const PAGE_SIZES: [u32; 4] = [4, 8, 2048, 1_048_576];

/// The host.
pub struct HostModel {
    pub info: NodeInfo,
    pub cells: Vec<NumaCell>,
    pub merging: Merging,
}

/// A cell of the host: memory and processors near each other.
pub struct NumaCell {
    /// KiB.
    pub memory: u64,
    /// KiB.
    pub free: u64,
    /// Size in KiB and number of the pages that its memory is made of.
    pub pages: Mutex<Vec<(u32, u64)>>,
    /// The numbers of its processors.
    pub cpus: std::ops::Range<u32>,
}

impl NumaCell {
    /// The two cells of the default host.
    pub fn default_cells() -> Vec<NumaCell> {
        [(2_097_152, 4, 0..8), (4_194_304, 8, 8..16)]
            .into_iter()
            .map(|(memory, page, cpus)| NumaCell {
                memory,
                free: memory,
                pages: Mutex::new(vec![(page, memory / u64::from(page)), (2048, 0), (1_048_576, 0)]),
                cpus,
            })
            .collect()
    }
}

impl HostModel {
    /// The default host's processors and memory, as far as `node` does not say otherwise.
    ///
    /// Errors: `VIR_ERR_XML_ERROR` for what is not a number.
    pub fn read(node: Node<'_>, cells: Vec<NumaCell>) -> Result<HostModel> {
        let cpu =
            |name: &str| node.at_path(&["cpu", name]).map(Node::content).filter(|text| !text.is_empty());
        let number = |name: &str, default: i32| match cpu(name) {
            None => Ok(default),
            Some(text) => unsigned(text.trim(), 10)
                .and_then(|number| i32::try_from(number).ok())
                .ok_or_else(|| error!(Test, XmlError, "invalid node cpu {name} value")),
        };
        let mut info = NodeInfo {
            model: FixedChars::from_text("i686"),
            memory: 3_145_728,
            mhz: 1400,
            nodes: number("nodes", 2)?,
            sockets: number("sockets", 2)?,
            cores: number("cores", 2)?,
            threads: number("threads", 2)?,
            cpus: 0,
        };
        info.cpus = [info.nodes, info.sockets, info.cores, info.threads]
            .into_iter()
            .fold(1_i32, |product, factor| product.saturating_mul(factor));
        info.cpus = number("active", info.cpus)?.min(info.cpus);
        info.mhz = number("mhz", info.mhz)?;
        if let Some(model) = cpu("model") {
            if model.len() >= 32 {
                bail!(Test, InternalError, "Model {model} too big for destination");
            }
            info.model = FixedChars::from_text(&model);
        }
        if let Some(memory) = node.child("memory").map(Node::content).filter(|text| !text.is_empty()) {
            info.memory = unsigned(memory.trim(), 10)
                .ok_or_else(|| error!(Test, XmlError, "invalid node memory value"))?;
        }
        Ok(HostModel { info, cells, merging: Merging::default() })
    }

    /// The cell with this number.
    pub fn cell(&self, number: i32) -> Result<&NumaCell> {
        usize::try_from(number)
            .ok()
            .and_then(|number| self.cells.get(number))
            .ok_or_else(|| no_such_cell(number))
    }
}

fn no_such_cell(number: i32) -> Error {
    error!(Test, InvalidArg, "NUMA cell {number} is not available")
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_error::Origin;
    use virt_xml::parse;

    fn read(text: &str) -> Result<NodeInfo> {
        let document = parse(text, "(node)", Origin::Test)?;
        HostModel::read(document.root(), Vec::new()).map(|host| host.info)
    }

    #[test]
    fn a_node_file_says_what_the_processors_are() {
        let info = read(
            "<node><cpu><nodes>2</nodes><sockets>2</sockets><cores>4</cores><threads>2</threads>\
             <mhz>1000</mhz><model>foo</model><active>9</active></cpu><memory>12345</memory></node>",
        )
        .unwrap();
        assert_eq!((info.cpus, info.mhz, info.memory, info.cores), (9, 1000, 12345, 4));
        let info = read("<node><cpu><active>99</active><nodes/></cpu></node>").unwrap();
        assert_eq!((info.cpus, info.nodes), (16, 2));
    }

    #[test]
    fn what_is_no_number_is_refused_by_name() {
        let refusal = |text: &str| read(text).unwrap_err().message().to_owned();
        assert_eq!(
            refusal("<node><cpu><sockets>-1</sockets></cpu></node>"),
            "XML error: invalid node cpu sockets value"
        );
        assert_eq!(refusal("<node><memory>x</memory></node>"), "XML error: invalid node memory value");
    }
}
