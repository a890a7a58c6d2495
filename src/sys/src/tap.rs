//! Tap devices: what a guest's network card sends comes out of a descriptor.

use std::{
    fs::{File, OpenOptions},
    io,
    os::fd::{AsRawFd, OwnedFd},
    path::Path,
};

/// The kernel's `struct ifreq`, as far as taps use it.
#[repr(C)]
struct Request {
    name: [u8; libc::IFNAMSIZ],
    flags: i16,
    rest: [u8; 22],
}

const TUNSETIFF: libc::c_ulong = 0x4004_54ca;
const TUNGETIFF: libc::c_ulong = 0x8004_54d2;

/// How the descriptors of a tap device are.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// There is one for each queue.
    pub queues: usize,
    /// Each packet has the header of virtio before it.
    pub headers: bool,
    /// One that is there already is not opened: `EBUSY`.
    pub new: bool,
}

/// Makes a tap device, or opens the one of that name. A `%d` in the name stands for
/// the first free number. The device is gone with its last descriptor, unless somebody has told the kernel to keep it.
///
/// The answer is the device's name and its descriptors.
pub fn make(control: &Path, name: &str, form: Form) -> io::Result<(String, Vec<OwnedFd>)> {
    let mut name = name.to_owned();
    let mut files = Vec::with_capacity(form.queues);
    for queue in 0..form.queues.max(1) {
        let file = OpenOptions::new().read(true).write(true).open(control)?;
        name = attach(&file, &name, Form { new: form.new && queue == 0, ..form })?;
        files.push(file.into());
    }
    Ok((name, files))
}

/// Opens the character device of a macvtap device, once for each queue.
pub fn open_macvtap(index: u32, form: Form) -> io::Result<Vec<OwnedFd>> {
    let path = format!("/dev/tap{index}");
    let mut files = Vec::with_capacity(form.queues);
    for _ in 0..form.queues.max(1) {
        let file = OpenOptions::new().read(true).write(true).open(&path)?;
        attach(&file, "", Form { new: false, ..form })?;
        files.push(file.into());
    }
    Ok(files)
}

/// Gives the descriptor its form: whole packets, with the header of virtio or without any. The device's name.
fn attach(file: &File, name: &str, form: Form) -> io::Result<String> {
    let mut request = Request { name: [0; libc::IFNAMSIZ], flags: 0, rest: [0; 22] };
    // A macvtap device has its name already; the kernel only looks at the flags.
    if name.len() >= libc::IFNAMSIZ {
        return Err(io::Error::from_raw_os_error(libc::ENAMETOOLONG));
    }
    request.name[..name.len()].copy_from_slice(name.as_bytes());
    let mut flags = libc::IFF_TAP | libc::IFF_NO_PI;
    for (wanted, flag) in [
        (form.queues > 1, libc::IFF_MULTI_QUEUE),
        (form.headers, libc::IFF_VNET_HDR),
        (form.new, libc::IFF_TUN_EXCL),
    ] {
        flags |= if wanted { flag } else { 0 };
    }
    request.flags = flags as i16;
    // SAFETY: the kernel reads and writes one `ifreq`, which lives through the call.
    if unsafe { libc::ioctl(file.as_raw_fd(), TUNSETIFF as _, &raw mut request) } != 0 {
        return Err(io::Error::last_os_error());
    }
    let end = request.name.iter().position(|byte| *byte == 0).unwrap_or(request.name.len());
    Ok(String::from_utf8_lossy(&request.name[..end]).into_owned())
}

/// The name of the device that a descriptor belongs to.
pub fn name(file: &OwnedFd) -> io::Result<String> {
    let mut request = Request { name: [0; libc::IFNAMSIZ], flags: 0, rest: [0; 22] };
    // SAFETY: the kernel writes one `ifreq`, which lives through the call.
    if unsafe { libc::ioctl(file.as_raw_fd(), TUNGETIFF as _, &raw mut request) } != 0 {
        return Err(io::Error::last_os_error());
    }
    let end = request.name.iter().position(|byte| *byte == 0).unwrap_or(request.name.len());
    Ok(String::from_utf8_lossy(&request.name[..end]).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::netdev::{self, MacvtapMode, Settings};

    const CONTROL: &str = "/dev/net/tun";
    const FORM: Form = Form { queues: 1, headers: true, new: true };

    #[test]
    fn a_tap_is_made_changed_and_gone_with_its_descriptors() {
        let (device, files) = match make(Path::new(CONTROL), "virttest%d", FORM) {
            Ok(made) => made,
            Err(cause) => return println!("skipped: {CONTROL}: {cause}"),
        };
        assert!(device.starts_with("virttest") && !device.contains('%'), "{device}");
        assert_eq!(name(&files[0]).unwrap(), device);
        let settings =
            Settings { mac: Some([0xfe, 0x54, 0, 1, 2, 3]), mtu: Some(1400), up: Some(true), bridge: None };
        netdev::change(&device, settings).unwrap();
        let link = netdev::link(&device).unwrap();
        assert_eq!((link.mtu, link.mac, link.kind.as_deref()), (1400, settings.mac, Some("tun")));
        assert!(link.traffic.is_some());
        netdev::add_address(&device, "192.0.2.1".parse().unwrap(), 24, None).unwrap();
        let (to, gateway) = ("198.51.100.0".parse().unwrap(), "192.0.2.9".parse().unwrap());
        netdev::add_route(&device, to, 24, gateway, 7).unwrap();
        assert_eq!(
            netdev::add_route(&device, to, 24, gateway, 7).unwrap_err().raw_os_error(),
            Some(libc::EEXIST)
        );
        assert!(netdev::isolate(&device, true).is_err(), "a device that is no port of a bridge");
        let (again, _more) =
            make(Path::new(CONTROL), "virttest%d", Form { queues: 2, headers: false, ..FORM }).unwrap();
        assert_ne!(device, again);
        assert_eq!(make(Path::new(CONTROL), &device, FORM).unwrap_err().raw_os_error(), Some(libc::EBUSY));
        drop(files);
        assert!(netdev::index(&device).is_err());
        assert!(netdev::link(&device).is_err());
        assert!(make(Path::new(CONTROL), "a-name-that-is-too-long", FORM).is_err());
    }

    #[test]
    fn a_macvtap_is_made_and_removed() {
        let Ok((below, _files)) = make(Path::new(CONTROL), "virtlow%d", FORM) else {
            return println!("skipped: {CONTROL}");
        };
        netdev::change(&below, Settings { up: Some(true), ..Settings::default() }).unwrap();
        let device = match netdev::make_macvtap(None, &below, [0x52, 0x54, 0, 1, 2, 3], MacvtapMode::Bridge) {
            Ok(device) => device,
            Err(cause) => return println!("skipped: macvtap: {cause}"),
        };
        let other = netdev::make_macvtap(None, &below, [0x52, 0x54, 0, 1, 2, 4], MacvtapMode::Vepa).unwrap();
        assert_ne!(device, other);
        match open_macvtap(netdev::index(&device).unwrap(), FORM) {
            Ok(files) => assert_eq!(files.len(), 1),
            Err(cause) => println!("skipped: the character device of macvtap: {cause}"),
        }
        netdev::delete(&device).unwrap();
        netdev::delete(&other).unwrap();
        assert!(netdev::index(&device).is_err());
    }
}
