//! Tables: what they read, write, keep, drop and refuse.

use virt_error::{Code, Origin};
use virt_xml::{Hex, Reading, Style, Tree, YesNo, choice, element, names, read_document, write};

names! { enum Device { Disk = "disk", Cdrom = "cdrom" } }

element! {
    Disk {
        attr device: Option<Device> = "device",
        ;
        part driver: Option<Box<Driver>> = "driver",
        one source: Option<Box<Source>> = "source",
        text serial: Option<String> = "serial",
        value pool: Option<u32> = "pool" @ "size",
        texts entries: Vec<String> = "entry",
        flag readonly: bool = "readonly",
        tree opaque: Option<Tree> = "opaque",
        flat info: Info,
    }
    Driver { attr name: Option<String> = "name", attr cache: Option<YesNo> = "cache", ; }
    Source { attr file: Option<String> = "file", attr passwd: Option<String> = "passwd" when secure, ; }
    Info { ; text alias: Option<String> = "alias" when live, part address: Option<Box<Address>> = "address", }
    Pci { attr bus: Option<Hex<2, 0xff>> = "bus", ; }
    Usb { attr port: Option<u32> = "port", ; }
}
choice! { Address by "type" { Pci(Pci) = "pci", Usb(Usb) = "usb" } }

fn disk(text: &str, r: &Reading) -> virt_error::Result<Disk> {
    read_document(text, "(disk)", "disk", r)
}

const FULL: &str = "\
<disk device='cdrom'>
  <driver name='a&lt;' cache='yes'/>
  <source file='/a' passwd='p'/>
  <serial>s</serial>
  <pool size='7'/>
  <entry>1</entry>
  <entry>2</entry>
  <readonly/>
  <opaque x='1'>
    <y/>
  </opaque>
  <alias>net0</alias>
  <address type='pci' bus='0x07'/>
</disk>
";

#[test]
fn canonical_text_comes_back() {
    let r = Reading::new(Origin::Domain);
    let read = disk(FULL, &r).unwrap();
    assert_eq!(read.device, Some(Device::Cdrom));
    assert_eq!(write(&read, "disk", Style { secure: true, ..Style::default() }), FULL);
    let inactive = write(&read, "disk", Style { inactive: true, ..Style::default() });
    assert_eq!(inactive, FULL.replace(" passwd='p'", "").replace("  <alias>net0</alias>\n", ""));
    let reread = disk(FULL, &Reading { inactive: true, ..r }).unwrap();
    assert_eq!(reread.info.alias, None);
}

#[test]
fn order_quotes_blanks_and_strangers_do_not_matter() {
    let r = Reading::new(Origin::Domain);
    let text = "<disk x=\"1\"><what><ever/></what><readonly></readonly><driver/>\n\n<serial>s</serial><source/><serial>t</serial></disk>";
    let expected = "<disk>\n  <source/>\n  <serial>s</serial>\n  <readonly/>\n</disk>\n";
    assert_eq!(write(&disk(text, &r).unwrap(), "disk", Style::default()), expected);
}

#[test]
fn what_is_known_but_not_modelled_stays_in_its_place() {
    let r =
        Reading { unmodelled: &[("disk", &["@model", "mirror", "late"])], ..Reading::new(Origin::Domain) };
    let text = "\
<disk device='disk' model='m'>
  <mirror job='copy'/>
  <source file='/a'/>
  <mirror job='copy'>
    <source/>
  </mirror>
  <address type='usb' port='1'/>
  <late>t</late>
</disk>
";
    assert_eq!(write(&disk(text, &r).unwrap(), "disk", Style::default()), text);
}

#[test]
fn bad_words_are_named() {
    let r = Reading::new(Origin::Domain);
    for (text, expected) in [
        ("<disk device='tape'/>", "Invalid value for attribute 'device' in element 'disk': 'tape'."),
        ("<disk><driver cache='1'/></disk>", "Invalid value for attribute 'cache' in element 'driver': '1'."),
        ("<disk><address/></disk>", "Missing required attribute 'type' in element 'address'"),
        (
            "<disk><address type='pci' bus='256'/></disk>",
            "Invalid value for attribute 'bus' in element 'address': '256'. Expected non-negative integer value",
        ),
        ("<disc/>", "expecting root element of 'disk', not 'disc'"),
    ] {
        let error = disk(text, &r).expect_err(text);
        assert_eq!(error.message(), format!("XML error: {expected}"));
        assert_eq!((error.origin(), error.code()), (Origin::Xml, Code::XmlError));
    }
}

#[test]
fn validation_names_the_place_and_the_nearest_name() {
    let r = Reading { validate: Some("/s/domain.rng"), ..Reading::new(Origin::Domain) };
    assert!(disk(FULL, &r).is_ok());
    let error = disk("<disk>\n  <driver/>\n  <sorce/>\n</disk>", &r).expect_err("sorce");
    assert_eq!(error.code(), Code::XmlInvalidSchema);
    assert_eq!(
        error.message(),
        "XML document failed to validate against schema: Unable to validate doc against /s/domain.rng\n\
         Element disk has extra content: sorce\n\
         line 3, column 3: /disk has no element 'sorce', did you mean 'source'?"
    );
    let error = disk("<disk><driver nam='1'/></disk>", &r).expect_err("nam");
    assert!(error.message().ends_with("/disk/driver has no attribute 'nam', did you mean 'name'?"));
}
