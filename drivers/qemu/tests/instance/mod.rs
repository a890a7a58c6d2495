//! An instance of the driver in a directory of its own, gone with all its guests when it is dropped.

use std::{
    env, fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    sync::{
        Arc, Once,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};
use virt_core::{
    connection::{Drivers, OpenRequest},
    constants::*,
    default_loop::DefaultLoop,
    event_loop,
    records::Domain,
};
use virt_error::Result;

pub const QEMU: &str = "/usr/bin/qemu-system-x86_64";

pub struct Instance {
    root: PathBuf,
    pub drivers: Drivers,
}

impl Instance {
    /// `None`, with a printed reason, where there is no emulator.
    pub fn new() -> Option<Instance> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        static LOOP: Once = Once::new();
        if !Path::new(QEMU).exists() {
            println!("skipped: no {QEMU}");
            return None;
        }
        LOOP.call_once(|| {
            let event_loop = Arc::new(DefaultLoop::new().unwrap());
            event_loop::register(event_loop.clone());
            thread::spawn(move || while event_loop.run_once().is_ok() {});
        });
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = env::temp_dir().join(format!("virt-live-{}-{count}", std::process::id()));
        // What emulators answer is kept once for all tests.
        let kept = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/test-emulators/cache/qemu"));
        fs::create_dir_all(kept).unwrap();
        fs::create_dir_all(root.join("cache")).unwrap();
        symlink(kept, root.join("cache/qemu")).unwrap();
        let uri = format!("qemu:///embed?root={}", root.display());
        let request = OpenRequest { uri: &uri, read_only: false, auth: None, flags: 0 };
        let drivers = virt_driver_qemu::driver().open(&request).unwrap().unwrap();
        Some(Instance { root, drivers })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Starts a guest that is gone when it ends.
    pub fn start(&self, name: &str, emulator: &Path, devices: &str) -> Result<Domain> {
        let xml = format!(
            "<domain type='qemu'><name>{name}</name><memory unit='MiB'>32</memory>\
             <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features>\
             <devices><emulator>{}</emulator><memballoon model='none'/>{devices}</devices></domain>",
            emulator.display()
        );
        self.drivers.domains.domain_create_xml(&xml, 0)
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let all = self.drivers.domains.connect_list_all_domains(1, VIR_CONNECT_LIST_DOMAINS_ACTIVE);
        for dom in all.map(|all| all.items).unwrap_or_default().iter() {
            let _ = self.drivers.domains.domain_destroy(dom);
        }
        self.drivers.link.close();
        let _ = fs::remove_dir_all(&self.root);
    }
}
