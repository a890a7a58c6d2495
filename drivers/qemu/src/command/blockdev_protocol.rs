//! The lowest node of an image: the file, device or address where its bytes are.

use super::blockdev::Image;
use super::{Plan, Props, Step, refuse};
use serde_json::Value;
use virt_conf::domain::disk::{DiskDevice, DiskIo};
use virt_conf::domain::storage::{Auth, DiskType, Host, NetworkProtocol, Source, Transport};
use virt_error::{Result, bail, error};
use virt_sys::image::is_cdrom;

/// The node without its name. Objects that it refers to are made by the steps before it.
pub fn protocol(plan: &Plan<'_>, image: &Image<'_>, name: &str, steps: &mut Vec<Step>) -> Result<Props> {
    let source = image.source;
    match image.kind {
        DiskType::File => {
            let mut node = Props::device("file").with("filename", path(&source.file)?);
            put_io(&mut node, plan, image, steps)?;
            Ok(node)
        }
        DiskType::Block => {
            let device = path(&source.dev)?;
            let drive = image.device == DiskDevice::Cdrom && is_cdrom(device.as_ref());
            let driver = if drive { "host_cdrom" } else { "host_device" };
            let mut node = Props::device(driver).with("filename", device);
            put_io(&mut node, plan, image, steps)?;
            Ok(node)
        }
        DiskType::Dir => {
            if !image.readonly {
                bail!(Qemu, ConfigUnsupported, "virtual FAT in read-write mode is not supported");
            }
            let node = Props::device("vvfat").with("dir", path(&source.dir)?);
            Ok(node.with("floppy", image.device == DiskDevice::Floppy).with("rw", false))
        }
        DiskType::Network => network(plan, image, name, steps),
        DiskType::Nvme => {
            let address = source.address.as_ref().map(|address| &address.pci);
            let address =
                address.ok_or_else(|| error!(Qemu, InternalError, "NVMe disk without an address"))?;
            let device = format!(
                "{:04x}:{:02x}:{:02x}.{:x}",
                address.domain.map_or(0, |n| n.0),
                address.bus.map_or(0, |n| n.0),
                address.slot.map_or(0, |n| n.0),
                address.function.map_or(0, |n| n.0)
            );
            Ok(Props::device("nvme").with("device", device).with("namespace", source.namespace.unwrap_or(0)))
        }
        DiskType::VhostVdpa => Ok(Props::device("virtio-blk-vhost-vdpa").with("path", path(&source.dev)?)),
        DiskType::Volume => Err(refuse("<disk type='volume'>")),
        DiskType::VhostUser => {
            bail!(Qemu, InternalError, "block devices of vhost-user have no node");
        }
    }
}

fn path(place: &Option<String>) -> Result<&str> {
    place.as_deref().ok_or_else(|| error!(Qemu, InternalError, "a disk of the guest has no source"))
}

/// How requests are handed to the kernel, and who makes reservations.
fn put_io(node: &mut Props, _plan: &Plan<'_>, image: &Image<'_>, steps: &mut Vec<Step>) -> Result<()> {
    let io = image.driver.and_then(|driver| driver.io).filter(|&io| io != DiskIo::Default);
    node.put_some("aio", io.map(DiskIo::as_str));
    if let Some(reservations) = &image.source.reservations {
        if reservations.managed.is_some_and(|managed| managed.0) {
            return Err(refuse("<reservations managed='yes'>"));
        }
        let socket = reservations.source.as_ref().and_then(|source| source.path.as_deref());
        let id = format!("pr-helper-libvirt-{}-storage", image.index);
        let helper = Props::object("pr-manager-helper", id.as_str());
        steps.push(Step::Object(helper.with_some("path", socket)));
        node.put("pr-manager", id);
    }
    Ok(())
}

fn network(plan: &Plan<'_>, image: &Image<'_>, name: &str, steps: &mut Vec<Step>) -> Result<Props> {
    let source = image.source;
    let protocol = source.protocol.unwrap_or(NetworkProtocol::None);
    match protocol {
        NetworkProtocol::Nbd => nbd(plan, source, name, steps),
        NetworkProtocol::Rbd => rbd(plan, image, name, steps),
        NetworkProtocol::Iscsi => {
            let auth = secret(plan, image.auth, &format!("{name}-auth-secret0"), steps)?;
            iscsi(source, auth)
        }
        NetworkProtocol::Http | NetworkProtocol::Https | NetworkProtocol::Ftp | NetworkProtocol::Ftps => {
            curl(plan, image, protocol, name, steps)
        }
        NetworkProtocol::Ssh => {
            let host = one_host(source, "ssh")?;
            let server = Props::new().with_some("host", host.name.as_deref());
            let mut node = Props::device("ssh").with_some("path", source.name.as_deref());
            node.put("server", server.with("port", host.port.as_deref().unwrap_or("22")));
            let identity = source.identity.as_ref();
            node.put_some("user", identity.and_then(|identity| identity.username.as_deref()));
            if identity.is_some_and(|identity| identity.keyfile.is_some() || identity.agentsock.is_some())
                || source.known_hosts.is_some()
                || image.auth.is_some()
            {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "ssh key authentication is not supported by this QEMU driver without nbdkit"
                );
            }
            Ok(node)
        }
        NetworkProtocol::Gluster => {
            let (volume, path) = split(source, "gluster")?;
            let mut node = Props::device("gluster").with("volume", volume).with("path", path);
            node.put("server", servers(source)?);
            node.put("debug", plan.settings.gluster_debug_level);
            Ok(node)
        }
        NetworkProtocol::Nfs => {
            let host = one_host(source, "nfs")?;
            let server = Props::new().with_some("host", host.name.as_deref()).with("type", "inet");
            let mut node = Props::device("nfs").with("server", server);
            node.put_some("path", source.name.as_deref());
            if let Some(identity) = &source.identity {
                node.put_some("user", identity.user.as_deref().map(number_of_user).transpose()?);
                node.put_some("group", identity.group.as_deref().map(number_of_group).transpose()?);
            }
            Ok(node)
        }
        NetworkProtocol::None | NetworkProtocol::Sheepdog | NetworkProtocol::Tftp | NetworkProtocol::Vxhs => {
            bail!(Qemu, ConfigUnsupported, "'{protocol}' protocol is not supported with this QEMU binary")
        }
    }
}

fn nbd(plan: &Plan<'_>, source: &Source, name: &str, steps: &mut Vec<Step>) -> Result<Props> {
    let host = one_host(source, "nbd")?;
    let mut node = Props::device("nbd").with("server", server(host, true)?);
    node.put_some("export", source.name.as_deref());
    if source.tls.map_or(plan.settings.nbd_tls, |tls| tls.0) {
        if plan.settings.nbd_tls_x509_secret_uuid.is_some() {
            return Err(super::secret::missing("the key of the NBD client's certificate"));
        }
        let id = format!("obj{name}_tls0");
        let dir = &plan.settings.nbd_tls_x509_cert_dir;
        let object = Props::object("tls-creds-x509", id.as_str()).with("dir", dir.as_str());
        steps.push(Step::Object(object.with("endpoint", "client").with("verify-peer", true)));
        node.put("tls-creds", id);
        node.put_some("tls-hostname", source.tls_hostname.as_deref());
    }
    let delay = source.reconnect.as_ref().and_then(|reconnect| reconnect.delay);
    node.put_some("reconnect-delay", delay);
    Ok(node)
}

fn rbd(plan: &Plan<'_>, image: &Image<'_>, name: &str, steps: &mut Vec<Step>) -> Result<Props> {
    let source = image.source;
    let auth = secret(plan, image.auth, &format!("{name}-auth-secret0"), steps)?;
    let (pool, volume) = split(source, "rbd")?;
    let mut node = Props::device("rbd").with("pool", pool).with("image", volume);
    node.put_some("snapshot", source.snapshot.as_deref());
    node.put_some("conf", source.config.as_deref());
    if !source.hosts.is_empty() {
        let hosts: Vec<Value> = source.hosts.iter().map(|host| address(host).into()).collect();
        node.put("server", hosts);
    }
    if image.decrypted_by_librbd() {
        return Err(refuse("<encryption engine='librbd'>"));
    }
    if let Some((user, key)) = auth {
        node.put("user", user);
        node.put("auth-client-required", vec!["cephx", "none"]);
        node.put("key-secret", key);
    }
    Ok(node)
}

/// The node of an iSCSI unit, which host devices use too.
pub fn iscsi(source: &Source, auth: Option<(String, String)>) -> Result<Props> {
    let host = one_host(source, "iscsi")?;
    let name = source.name.as_deref().unwrap_or_default();
    let (target, unit) = name.split_once('/').unwrap_or((name, "0"));
    let Ok(unit) = unit.parse::<u32>() else {
        bail!(Qemu, InternalError, "invalid iSCSI LUN number '{unit}'");
    };
    let port = host.port.as_deref().unwrap_or("3260");
    let mut node = Props::device("iscsi").with("portal", format!("{}:{port}", bracketed(host)));
    node.put("target", target);
    node.put("lun", unit);
    node.put("transport", "tcp");
    if let Some((user, key)) = auth {
        node.put("user", user);
        node.put("password-secret", key);
    }
    let initiator = source.initiator.as_ref().and_then(|initiator| initiator.iqn.as_deref());
    node.put_some("initiator-name", initiator);
    Ok(node)
}

fn curl(
    plan: &Plan<'_>,
    image: &Image<'_>,
    protocol: NetworkProtocol,
    name: &str,
    steps: &mut Vec<Step>,
) -> Result<Props> {
    let source = image.source;
    let scheme = protocol.as_str();
    let auth = secret(plan, image.auth, &format!("{name}-auth-secret0"), steps)?;
    let host = one_host(source, scheme)?;
    let mut url = format!("{scheme}://{}", bracketed(host));
    if let Some(port) = &host.port {
        url.push(':');
        url.push_str(port);
    }
    let path = source.name.as_deref().unwrap_or_default();
    if !path.starts_with('/') {
        url.push('/');
    }
    url.push_str(path);
    if let Some(query) = &source.query {
        url.push('?');
        url.push_str(query);
    }
    let mut node = Props::device(scheme).with("url", url);
    if let Some((user, key)) = auth {
        node.put("username", user);
        node.put("password-secret", key);
    }
    let verify = source.ssl.as_ref().and_then(|ssl| ssl.verify);
    node.put_some("sslverify", verify.map(|verify| verify.0));
    if let Some(cookies) = &source.cookies {
        let pairs = cookies.cookies.iter().map(|cookie| {
            format!(
                "{}={}",
                cookie.name.as_deref().unwrap_or_default(),
                cookie.value.as_deref().unwrap_or_default()
            )
        });
        let text = pairs.collect::<Vec<_>>().join("; ");
        let id = format!("{name}-httpcookie-secret0");
        steps.push(Step::Object(super::secret::hidden(plan, &id, text.as_bytes())?));
        node.put("cookie-secret", id);
    }
    node.put_some("readahead", source.readahead);
    node.put_some("timeout", source.timeout);
    Ok(node)
}

/// The user and the identifier of the object that holds the password.
fn secret(
    plan: &Plan<'_>,
    auth: Option<&Auth>,
    id: &str,
    steps: &mut Vec<Step>,
) -> Result<Option<(String, String)>> {
    let Some(auth) = auth else { return Ok(None) };
    let Some(secret) = &auth.secret else {
        bail!(Qemu, InternalError, "authentication without a secret");
    };
    steps.push(Step::Object(super::secret::object(plan, secret, id)?));
    Ok(Some((auth.username.clone().unwrap_or_default(), id.to_owned())))
}

/// The only host that a protocol has.
fn one_host<'s>(source: &'s Source, protocol: &str) -> Result<&'s Host> {
    match &source.hosts[..] {
        [host] => Ok(host),
        _ => bail!(Qemu, InternalError, "protocol '{protocol}' accepts only one host"),
    }
}

/// `pool/image` and the like.
fn split<'s>(source: &'s Source, protocol: &str) -> Result<(&'s str, &'s str)> {
    let name = source.name.as_deref().unwrap_or_default();
    let parts = name.split_once('/').filter(|(first, rest)| !first.is_empty() && !rest.is_empty());
    parts.ok_or_else(|| {
        error!(
            Qemu,
            XmlError, "can't split path '{name}' into pool name and image name for protocol '{protocol}'"
        )
    })
}

fn bracketed(host: &Host) -> String {
    let name = host.name.as_deref().unwrap_or_default();
    if name.contains(':') { format!("[{name}]") } else { name.to_owned() }
}

fn address(host: &Host) -> Props {
    Props::new().with_some("host", host.name.as_deref()).with_some("port", host.port.as_deref())
}

/// A server with its type: `inet` or `unix`.
fn server(host: &Host, nbd: bool) -> Result<Props> {
    match host.transport {
        Some(Transport::Unix) => {
            Ok(Props::new().with("type", "unix").with_some("path", host.socket.as_deref()))
        }
        Some(Transport::Rdma) => {
            bail!(
                Qemu,
                InternalError,
                "transport protocol 'rdma' is not supported for {}",
                if nbd { "nbd" } else { "gluster" }
            )
        }
        _ => {
            let mut server = Props::new().with("type", "inet");
            server.put_some("host", host.name.as_deref());
            server.put_some("port", host.port.as_deref());
            Ok(server)
        }
    }
}

fn servers(source: &Source) -> Result<Vec<Value>> {
    source.hosts.iter().map(|host| Ok(server(host, false)?.into())).collect()
}

/// `+123`, `123`, or a name that the system knows.
fn number_of_user(word: &str) -> Result<u32> {
    let digits = word.strip_prefix('+').unwrap_or(word);
    match digits.parse() {
        Ok(number) => Ok(number),
        Err(_) => virt_sys::account::user(word)?
            .ok_or_else(|| error!(Qemu, InternalError, "user '{word}' is not known")),
    }
}

fn number_of_group(word: &str) -> Result<u32> {
    let digits = word.strip_prefix('+').unwrap_or(word);
    match digits.parse() {
        Ok(number) => Ok(number),
        Err(_) => virt_sys::account::group(word)?
            .ok_or_else(|| error!(Qemu, InternalError, "group '{word}' is not known")),
    }
}
