//! What `qemu.conf` sets, and what holds without it.

/// The settings of an instance.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Guests' address for VNC, unless they name one.
    pub vnc_listen: String,
    pub vnc_password: Option<String>,
    pub spice_listen: String,
    pub spice_password: Option<String>,
    /// The first and the last port that a guest's screen may get by itself.
    pub remote_display_ports: (u16, u16),
    /// Where pages of `hugetlbfs` are mounted, by page size in KiB.
    pub hugetlbfs_mounts: Vec<(u64, String)>,
    pub memory_backing_dir: String,
    /// The user and group that emulators run as; `None` is that of the process.
    pub user: Option<String>,
    pub group: Option<String>,
    /// How long an emulator may take to answer on its monitor after its start, in seconds.
    pub start_timeout: u64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            vnc_listen: "127.0.0.1".to_owned(),
            vnc_password: None,
            spice_listen: "127.0.0.1".to_owned(),
            spice_password: None,
            remote_display_ports: (5900, 65535),
            hugetlbfs_mounts: Vec::new(),
            memory_backing_dir: "/dev/shm".to_owned(),
            user: None,
            group: None,
            start_timeout: 30,
        }
    }
}
