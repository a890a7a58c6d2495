//! `<devices>` of domain capabilities.

use super::{Subject, choice, plain, supported, with_values};
use crate::emulator::Flag;
use std::{path::Path, sync::OnceLock, time::Duration};
use virt_conf::capabilities::domain::{DeviceSupport, Support};
use virt_sys::process::Command;

pub fn describe(subject: &Subject) -> DeviceSupport {
    let yes = |support: Support| Some(Box::new(support));
    DeviceSupport {
        disk: yes(disk(subject)),
        graphics: yes(graphics(subject)),
        video: yes(video(subject)),
        hostdev: yes(hostdev(subject)),
        rng: yes(rng(subject)),
        filesystem: yes(supported(vec![choice(
            "driverType",
            [("path", true), ("handle", true), ("virtiofs", subject.has(Flag::VhostUserFs))],
        )])),
        tpm: tpm(subject),
        redirdev: with_values(vec![choice("bus", [("usb", subject.has(Flag::UsbRedir))])]),
        channel: yes(supported(vec![choice(
            "type",
            [("pty", true), ("unix", true), ("spicevmc", subject.has(Flag::Spice))],
        )])),
        crypto: yes(supported(vec![
            choice("model", [("virtio", subject.has(Flag::VirtioCrypto))]),
            choice("type", [("qemu", true)]),
            choice("backendModel", [("builtin", true), ("lkcf", subject.has(Flag::CryptodevBackendLkcf))]),
        ])),
        interface: yes(supported(vec![choice(
            "backendType",
            [("default", true), ("passt", subject.has(Flag::NetdevStream))],
        )])),
        panic: panic(subject),
        ..DeviceSupport::default()
    }
}

fn transitional(subject: &Subject) -> [(&'static str, bool); 2] {
    let there = subject.has(Flag::VirtioPciNonTransitional);
    [("virtio-transitional", there), ("virtio-non-transitional", there)]
}

fn disk(subject: &Subject) -> Support {
    let floppy = !subject.is_machine("pseries");
    let [older, newer] = transitional(subject);
    let ide = ["pc-i440fx", "pc", "malta", "sun4u", "g3beige"].iter().any(|kind| subject.is_machine(kind))
        && !subject.is_machine("pc-q35");
    supported(vec![
        choice("diskDevice", [("disk", true), ("cdrom", true), ("floppy", floppy), ("lun", true)]),
        choice(
            "bus",
            [
                ("ide", ide),
                ("fdc", floppy),
                ("scsi", true),
                ("virtio", true),
                ("usb", subject.has(Flag::UsbStorage)),
                ("sata", subject.has(Flag::Ich9Ahci)),
            ],
        ),
        choice("model", [("virtio", true), older, newer]),
    ])
}

fn graphics(subject: &Subject) -> Support {
    let dbus = subject.has(Flag::DisplayDbus);
    supported(vec![choice(
        "type",
        [
            ("sdl", subject.has(Flag::Sdl)),
            ("vnc", subject.has(Flag::Vnc)),
            // A program of its own that reads the screen over D-Bus.
            ("rdp", dbus),
            ("spice", subject.has(Flag::Spice)),
            ("egl-headless", subject.has(Flag::EglHeadless)),
            ("dbus", dbus),
        ],
    )])
}

fn video(subject: &Subject) -> Support {
    supported(vec![choice(
        "modelType",
        [
            ("vga", subject.has(Flag::Vga)),
            ("cirrus", subject.has(Flag::CirrusVga)),
            ("vmvga", subject.has(Flag::VmwareSvga)),
            ("qxl", subject.has(Flag::Qxl)),
            ("virtio", subject.has(Flag::VirtioGpu)),
            ("none", true),
            ("bochs", subject.has(Flag::BochsDisplay)),
            ("ramfb", subject.has(Flag::Ramfb)),
        ],
    )])
}

fn hostdev(subject: &Subject) -> Support {
    const USB: [Flag; 8] = [
        Flag::Piix3UsbUhci,
        Flag::Piix4UsbUhci,
        Flag::UsbEhci,
        Flag::Ich9UsbEhci1,
        Flag::Vt82c686bUsbUhci,
        Flag::PciOhci,
        Flag::NecUsbXhci,
        Flag::QemuXhci,
    ];
    let vfio = Path::new("/dev/vfio/vfio").exists() && subject.has(Flag::VfioPci);
    supported(vec![
        choice("mode", [("subsystem", true)]),
        choice(
            "startupPolicy",
            [("default", true), ("mandatory", true), ("requisite", true), ("optional", true)],
        ),
        choice(
            "subsysType",
            [("usb", USB.iter().any(|flag| subject.has(*flag))), ("pci", true), ("scsi", true)],
        ),
        choice("capsType", []),
        choice("pciBackend", [("default", vfio), ("vfio", vfio)]),
    ])
}

fn rng(subject: &Subject) -> Support {
    let [older, newer] = transitional(subject);
    let virtio = subject.has(Flag::VirtioRng);
    supported(vec![
        choice("model", [("virtio", virtio), (older.0, virtio && older.1), (newer.0, virtio && newer.1)]),
        choice(
            "backendModel",
            [
                ("random", subject.has(Flag::RngRandom)),
                ("egd", subject.has(Flag::RngEgd)),
                ("builtin", subject.has(Flag::RngBuiltin)),
            ],
        ),
    ])
}

fn tpm(subject: &Subject) -> Option<Box<Support>> {
    let models = choice(
        "model",
        [
            ("tpm-tis", subject.has(Flag::TpmTis)),
            ("tpm-crb", subject.has(Flag::TpmCrb)),
            ("tpm-spapr", subject.has(Flag::TpmSpapr)),
            ("spapr-tpm-proxy", subject.has(Flag::SpaprTpmProxy)),
        ],
    );
    if models.values.is_empty() {
        return plain(false);
    }
    let socket = subject.has(Flag::TpmEmulator);
    let emulated = if socket { EmulatedTpms::of_host() } else { EmulatedTpms::default() };
    Some(Box::new(supported(vec![
        models,
        choice(
            "backendModel",
            [
                ("passthrough", subject.has(Flag::TpmPassthrough)),
                ("emulator", emulated.any),
                ("external", socket),
            ],
        ),
        choice("backendVersion", [("1.2", emulated.version_1_2), ("2.0", emulated.version_2_0)]),
    ])))
}

/// The TPMs that swtpm can emulate.
#[derive(Clone, Copy, Default)]
struct EmulatedTpms {
    any: bool,
    version_1_2: bool,
    version_2_0: bool,
}

impl EmulatedTpms {
    /// What the host's swtpm says; asked once, as it takes a moment and hardly changes.
    fn of_host() -> EmulatedTpms {
        static HOST: OnceLock<EmulatedTpms> = OnceLock::new();
        *HOST.get_or_init(|| {
            let programs = ["swtpm", "swtpm_setup", "swtpm_ioctl"].map(crate::emulator::in_path);
            match programs {
                [Some(_), Some(setup), Some(_)] => EmulatedTpms::ask(&setup),
                _ => EmulatedTpms::default(),
            }
        })
    }

    fn ask(setup: &Path) -> EmulatedTpms {
        let output = Command::new(setup)
            .arg("--print-capabilities")
            .env_from_ours("PATH")
            .run(Duration::from_secs(10), 1 << 16)
            .and_then(|output| output.successful());
        let text = output.map(|output| output.stdout_text()).unwrap_or_default();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        let has =
            |name: &str| value["features"].as_array().is_some_and(|list| list.iter().any(|one| one == name));
        let (old, new) = (has("tpm-1.2"), has("tpm-2.0"));
        // Releases that do not say emulate both.
        let silent = !old && !new;
        EmulatedTpms { any: true, version_1_2: old || silent, version_2_0: new || silent }
    }
}

fn panic(subject: &Subject) -> Option<Box<Support>> {
    with_values(vec![choice(
        "model",
        [
            ("isa", subject.has(Flag::Pvpanic)),
            ("pseries", matches!(subject.arch(), "ppc64" | "ppc64le")),
            ("hyperv", subject.is_x86()),
            ("s390", subject.arch() == "s390x"),
            ("pvpanic", subject.has(Flag::PvpanicPci)),
        ],
    )])
}
