//! `<storagepoolCapabilities>`: which kinds of pool a driver has.

use super::{Formats, PoolKind};
use virt_xml::{Style, Writer};

/// The capabilities of a driver that has the kinds of pool for which `supported` answers true.
pub fn pool_capabilities(supported: impl Fn(PoolKind) -> bool) -> String {
    let mut w = Writer::new(Style::default());
    w.open("storagepoolCapabilities");
    for &(kind, name) in PoolKind::ALL {
        let traits = kind.traits();
        w.open("pool");
        w.attribute("type", name);
        w.attribute("supported", if supported(kind) { "yes" } else { "no" });
        w.contents();
        formats(&mut w, "poolOptions", "sourceFormatType", traits.source, false);
        formats(&mut w, "volOptions", "targetFormatType", traits.volume, kind == PoolKind::Rbd);
        w.close("pool");
    }
    w.close("storagepoolCapabilities");
    w.finish()
}

/// `bare`: only the default is told.
fn formats(w: &mut Writer, element: &str, list: &str, formats: Option<Formats>, bare: bool) {
    let Some(formats) = formats else { return };
    w.open(element);
    w.value("defaultFormat", "type", &Some(formats.default.to_owned()));
    w.open("enum");
    w.attribute("name", list);
    w.contents();
    for name in formats.names.iter().filter(|_| !bare) {
        w.text("value", &Some((*name).to_owned()));
    }
    w.close("enum");
    w.close(element);
}
