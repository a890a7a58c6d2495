//! What is done with running guests, by real emulators.
#![forbid(unsafe_code)]

mod instance;

use instance::{Instance, QEMU};
use std::{
    path::Path,
    sync::{Arc, mpsc},
    time::Duration,
};
use virt_core::{
    constants::*,
    event::{Class, Event, Filter, Subscriber},
    stream::{Received, Sent, StreamBox},
    types::List,
};
use virt_error::Code;

const DEVICES: &str = "<serial type='pty'/><console type='pty'/>\
    <channel type='unix'><target type='virtio' name='org.example.0'/></channel>\
    <graphics type='vnc' socket='ROOT/vnc'/><video><model type='vga'/></video>";

fn devices(instance: &Instance) -> String {
    DEVICES.replace("ROOT", &instance.root().display().to_string())
}

fn read_all(stream: &StreamBox) -> Vec<u8> {
    let (mut all, mut piece) = (Vec::new(), vec![0; 65_536]);
    loop {
        match stream.receive(&mut piece, false).unwrap() {
            Received::Data(0) => return all,
            Received::Data(count) => all.extend_from_slice(&piece[..count]),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_screen_is_a_picture() {
    let Some(instance) = Instance::new() else { return };
    let dom = instance.start("screen", Path::new(QEMU), &devices(&instance)).unwrap();
    let monitoring = &instance.drivers.monitoring;
    let (stream, kind) = monitoring.domain_screenshot(&dom, 0, 0).unwrap();
    let picture = read_all(&stream);
    match kind.as_deref() {
        Some("image/png") => assert!(picture.starts_with(b"\x89PNG\r\n")),
        Some("image/x-portable-pixmap") => assert!(picture.starts_with(b"P6\n")),
        other => panic!("{other:?}"),
    }
    assert!(picture.len() > 100);
    stream.finish().unwrap();
    let error = monitoring.domain_screenshot(&dom, 1, 0).err().unwrap();
    assert_eq!(error.message(), "Requested operation is not valid: no such screen ID");
    let bare = instance.start("blind", Path::new(QEMU), "").unwrap();
    assert_eq!(monitoring.domain_screenshot(&bare, 0, 0).err().unwrap().code(), Code::OperationUnsupported);
}

#[test]
fn a_console_has_one_user_and_the_next_one_by_force() {
    let Some(instance) = Instance::new() else { return };
    let dom = instance.start("console", Path::new(QEMU), &devices(&instance)).unwrap();
    let open = |name, flags| instance.drivers.devices.domain_open_console(&dom, name, flags);
    let (first, ()) = open(None, 0).unwrap();
    assert_eq!(open(Some("serial0"), 0).err().unwrap().code(), Code::OperationFailed);
    let (second, ()) = open(None, VIR_DOMAIN_CONSOLE_FORCE).unwrap();
    assert!(first.receive(&mut [0; 1], false).is_err());
    second.do_not_block();
    assert_eq!(second.send(b"hello\n").unwrap(), Sent::Data(6));
    second.finish().unwrap();
    open(Some("serial0"), VIR_DOMAIN_CONSOLE_SAFE).unwrap();
    assert_eq!(
        open(Some("nope"), 0).err().unwrap().message(),
        "internal error: cannot find character device nope"
    );
    // Whoever waits is told of the guest's end.
    let (third, ()) = open(None, 0).unwrap();
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_all(&third));
        instance.drivers.domains.domain_destroy(&dom).unwrap();
        reader.join().unwrap();
    });
}

#[test]
fn a_channel_is_a_stream() {
    let Some(instance) = Instance::new() else { return };
    let dom = instance.start("channel", Path::new(QEMU), &devices(&instance)).unwrap();
    let open = |name, flags| instance.drivers.devices.domain_open_channel(&dom, name, flags);
    let (stream, ()) = open(Some("org.example.0"), 0).unwrap();
    stream.do_not_block();
    assert_eq!(stream.receive(&mut [0; 1], false).unwrap(), Received::WouldBlock);
    assert_eq!(open(Some("channel0"), 0).err().unwrap().code(), Code::OperationFailed);
    stream.abort().unwrap();
    drop(open(Some("channel0"), 0).unwrap());
    assert_eq!(open(Some("org.other"), 0).err().unwrap().code(), Code::InternalError);
}

#[test]
fn keys_are_pressed_and_viewers_let_in() {
    let Some(instance) = Instance::new() else { return };
    let dom = instance.start("keys", Path::new(QEMU), &devices(&instance)).unwrap();
    let devices = &instance.drivers.devices;
    devices.domain_send_key(&dom, VIR_KEYCODE_SET_USB as u32, 20, &List(vec![4, 5]), 0).unwrap();
    devices.domain_send_key(&dom, VIR_KEYCODE_SET_LINUX as u32, 0, &List(vec![30]), 0).unwrap();
    let bad = devices.domain_send_key(&dom, VIR_KEYCODE_SET_USB as u32, 0, &List(vec![3]), 0);
    assert_eq!(bad.unwrap_err().code(), Code::InternalError);
    devices.domain_inject_nmi(&dom, 0).unwrap();
    let viewer = devices.domain_open_graphics_fd(&dom, 0, 0).unwrap().pop().unwrap();
    let mut greeting = [0; 12];
    std::io::Read::read_exact(&mut std::fs::File::from(viewer), &mut greeting).unwrap();
    assert!(greeting.starts_with(b"RFB "));
    assert!(devices.domain_open_graphics_fd(&dom, 1, 0).is_err());
    // There is no certificate, which only the emulator knows.
    let reload =
        devices.domain_graphics_reload(&dom, VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC as u32, 0).unwrap_err();
    assert!(reload.message().contains("unable to execute QEMU command 'display-reload'"), "{reload}");
    assert_eq!(devices.domain_graphics_reload(&dom, 7, 0).unwrap_err().code(), Code::InvalidArg);
}

/// Passes on what it hears.
struct Ears(mpsc::Sender<Event>);

impl Subscriber for Ears {
    fn deliver(&self, _: i32, event: &Arc<Event>) {
        let _ = self.0.send(Event::clone(event));
    }
}

#[test]
fn the_monitor_is_spoken_to_and_heard() {
    let Some(instance) = Instance::new() else { return };
    let dom = instance.start("monitor", Path::new(QEMU), "").unwrap();
    let (tell, told) = mpsc::channel();
    let filter = Filter { class: Class::QemuMonitor, id: 0, subject: None };
    let watch = instance.drivers.link.watch(&filter, Arc::new(Ears(tell))).unwrap();
    let command = |text, flags| instance.drivers.qemu.domain_qemu_monitor_command(&dom, text, flags);
    let answer = command(r#"{"execute":"query-status"}"#, 0).unwrap();
    assert!(answer.starts_with(r#"{"return":{"#) && answer.contains(r#""status":"running""#), "{answer}");
    assert!(command(r#"{"execute":"nope"}"#, 0).unwrap().contains("CommandNotFound"));
    assert!(command("nope", 0).is_err());
    let log = std::fs::read_to_string(instance.root().join("log/qemu/monitor.log")).unwrap();
    assert_eq!(log.matches("is tainted: custom-monitor").count(), 1, "{log}");
    let messages = instance.drivers.monitoring.domain_get_messages(&dom, 0).unwrap();
    assert!(
        messages.iter().any(|text| text == "tainted: custom monitor control commands issued"),
        "{messages:?}"
    );
    assert!(
        command("info status", VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP).unwrap().contains("VM status: running")
    );
    assert_eq!(
        instance.drivers.qemu.domain_qemu_agent_command(&dom, "{}", -1, 0).unwrap_err().code(),
        Code::ArgumentUnsupported
    );
    command(r#"{"execute":"stop"}"#, 0).unwrap();
    // It may have been heard that the guest began to run.
    let stopped =
        std::iter::from_fn(|| told.recv_timeout(Duration::from_secs(10)).ok()).find_map(
            |event| match event {
                Event::QemuMonitor { dom, event, details, .. } if event == "STOP" => {
                    Some((dom.name, details))
                }
                _ => None,
            },
        );
    let (name, details) = stopped.expect("the guest to be stopped");
    assert_eq!((&*name, details), ("monitor", None));
    instance.drivers.link.unwatch(&filter, watch).unwrap();
    command(r#"{"execute":"cont"}"#, 0).unwrap();
    assert!(told.recv_timeout(Duration::from_millis(200)).is_err());
}
