//! The error numbers of the C surface are those that the library makes errors with, none missing and none more.

use std::{collections::BTreeSet, fs, path::Path};
use virt_error::{Code, Origin};

/// The values in the header's enum `name`, 0 (no error, no origin) left out.
fn numbers(name: &str) -> BTreeSet<i32> {
    let header = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/libvirt/virterror.h");
    let text = fs::read_to_string(header).unwrap();
    let (_, rest) = text.split_once(&format!("typedef enum {name} {{")).unwrap();
    let (body, _) = rest.split_once(&format!("}} {name};")).unwrap();
    let value = |line: &str| line.split_once(" = ")?.1.trim_end_matches(',').parse::<i32>().ok();
    let sentinels =
        body.lines().filter(|line| line.contains("_LAST = ")).filter_map(value).collect::<BTreeSet<_>>();
    let values = body.lines().filter_map(value).filter(|number| *number != 0);
    values.filter(|number| !sentinels.contains(number)).collect()
}

#[test]
fn the_library_knows_every_error_number_of_the_header() {
    let known: BTreeSet<i32> = Code::ALL.iter().map(|code| *code as i32).collect();
    assert_eq!(numbers("virErrorNumber"), known);
}

#[test]
fn the_library_knows_every_origin_of_the_header() {
    let known: BTreeSet<i32> =
        (1..1000).filter_map(Origin::from_number).map(|origin| origin as i32).collect();
    assert_eq!(numbers("virErrorDomain"), known);
}
