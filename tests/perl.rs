//! Debian's unmodified Perl binding on our library.

mod support;

use support::{root, with_our_library, words};

#[test]
fn sys_virt_manages_the_default_host() {
    let perl = with_our_library("perl").args(["-e", "use Sys::Virt"]).output();
    if !perl.as_ref().is_ok_and(|output| output.status.success()) {
        // A binding that is there and does not load is a failure, not a reason to skip.
        let there = std::process::Command::new("perl")
            .env_remove("LD_LIBRARY_PATH")
            .args(["-e", "exit !grep { -e qq{$_/Sys/Virt.pm} } @INC"])
            .status()
            .is_ok_and(|status| status.success());
        assert!(!there, "Sys::Virt does not load: {}", words(&perl.unwrap()));
        println!("skipped: libsys-virt-perl is not installed");
        return;
    }
    let output = with_our_library("perl").arg(root().join("tests/perl/walk.pl")).output().unwrap();
    assert!(output.status.success(), "{}", words(&output));
}
