//! The log of a guest: with what it was started, what its emulator prints, and why it ended.

use crate::{command::CommandLine, directories::Directories, emulator::Emulator};
use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};
use virt_error::{Error, Origin, Result};

/// The most of an emulator's last words that an error carries.
const WORDS: u64 = 1024;

pub fn path(directories: &Directories, name: &str) -> PathBuf {
    directories.log.join(format!("{name}.log"))
}

/// The log, opened for appending, and how long it is before the guest adds to it.
pub fn open(directories: &Directories, name: &str) -> Result<(File, u64)> {
    let path = path(directories, name);
    let failed =
        |cause| Error::system(Origin::Qemu, format!("failed to create logfile {}", path.display()), &cause);
    let file = virt_sys::process::open_log(&path, 0o600).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    Ok((file, length))
}

/// Writes down with what a guest is started. It holds no secret, for the command line holds none.
pub fn starting(mut file: &File, emulator: &Emulator, line: &CommandLine) {
    let version = emulator.version;
    let mut text = format!(
        "{}: starting up libvirt version: {}, qemu version: {}.{}.{}{}, kernel: {}, hostname: {}\n",
        now(),
        env!("CARGO_PKG_VERSION"),
        version / 1_000_000,
        version / 1_000 % 1_000,
        version % 1_000,
        emulator.package,
        kernel("osrelease"),
        kernel("hostname"),
    );
    for (name, value) in &line.environment {
        let _ = writeln!(text, "{name}={} \\", quoted(value));
    }
    text.push_str(&quoted(&line.program.display().to_string()));
    for argument in &line.arguments {
        // An option begins a line, its value follows it.
        text.push_str(if argument.starts_with('-') { " \\\n" } else { " " });
        text.push_str(&quoted(argument));
    }
    text.push('\n');
    // A log that cannot be written keeps no guest from starting.
    let _ = file.write_all(text.as_bytes());
}

/// Writes down that a guest has ended.
pub fn ended(path: &Path, reason: &str) {
    if let Ok(mut file) = virt_sys::process::open_log(path, 0o600) {
        let _ = writeln!(file, "{}: shutting down, reason={reason}", now());
    }
}

/// Writes down that a guest has a property that support wants to know of.
pub fn tainted(mut file: &File, id: i32, taint: &str) {
    let _ = writeln!(file, "{}: Domain id={id} is tainted: {taint}", now());
}

/// What the emulator printed from `start` on, without what is no complaint; its end when it is long.
pub fn tail(path: &Path, start: u64) -> String {
    let read = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(start.max(length.saturating_sub(16 * WORDS))))?;
        let mut bytes = Vec::new();
        file.take(16 * WORDS).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let text = String::from_utf8_lossy(&read().unwrap_or_default()).into_owned();
    let mut kept: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("char device redirected to ") && !is_ours(line))
        .collect();
    // The head of the log has several lines, of which only the last one does not end with a backslash.
    if let Some(place) = kept.iter().rposition(|line| line.ends_with(" \\")) {
        kept.drain(..(place + 2).min(kept.len()));
    }
    let words = kept.join("\n");
    let mut from = words.len().saturating_sub(WORDS as usize);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    words[from..].trim().to_owned()
}

/// Whether a line was written by [`ended`], [`starting`] or [`tainted`].
fn is_ours(line: &str) -> bool {
    let after = line.get(TIME..).unwrap_or_default();
    [": starting up libvirt", ": shutting down, reason=", ": Domain id="]
        .iter()
        .any(|ours| after.starts_with(ours))
}

/// The length of what [`now`] gives.
const TIME: usize = "2026-11-25 10:56:47.367+0000".len();

/// The time as libvirt's logs have it.
fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let (seconds, thousandths) = (since.as_secs(), since.subsec_millis());
    let (year, month, day) = date(seconds / 86_400);
    let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{thousandths:03}+0000")
}

/// The day that is so many days after the first of January 1970.
fn date(days: u64) -> (u64, u64, u64) {
    // Counted from a first of March, so that a leap day is the last one of its year; 400 years are 146 097 days.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let first = (153 * month + 2) / 5;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + u64::from(month <= 2), month, day - first + 1)
}

fn kernel(what: &str) -> String {
    let text = fs::read_to_string(format!("/proc/sys/kernel/{what}")).unwrap_or_default();
    text.trim_end().to_owned()
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=+,./:@%^".contains(&byte) || byte >= 0x80;
    if !word.is_empty() && word.bytes().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(59), (1970, 3, 1));
        assert_eq!(date(11_016), (2000, 2, 29));
        assert_eq!(date(20_782), (2026, 11, 25));
        assert_eq!(now().len(), TIME);
    }

    #[test]
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("guest=web,debug-threads=on"), "guest=web,debug-threads=on");
        assert_eq!(quoted("{\"a\":1}"), "'{\"a\":1}'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }

    #[test]
    fn only_what_the_emulator_complains_of_is_told() {
        let path = std::env::temp_dir().join(format!("virt-log-{}", std::process::id()));
        let line = CommandLine {
            program: "/usr/bin/qemu".into(),
            arguments: vec!["-name".into(), "guest=web".into(), "-S".into()],
            environment: vec![("LC_ALL".into(), "C".into())],
            files: Vec::new(),
        };
        let file = virt_sys::process::open_log(&path, 0o600).unwrap();
        starting(&file, &Emulator { version: 7_002_022, ..Emulator::default() }, &line);
        let head = fs::read_to_string(&path).unwrap();
        assert!(head.contains(", qemu version: 7.2.22, kernel: "), "{head}");
        assert!(head.ends_with("LC_ALL=C \\\n/usr/bin/qemu \\\n-name guest=web \\\n-S\n"), "{head}");
        tainted(&file, 1, "custom-argv");
        (&file)
            .write_all(b"char device redirected to /dev/pts/0 (label charserial0)\nqemu: no such disk\n")
            .unwrap();
        ended(&path, "failed");
        assert_eq!(tail(&path, 0), "qemu: no such disk");
        assert_eq!(tail(Path::new("/dev/null/log"), 0), "");
        (&file).write_all("ä".repeat(2000).as_bytes()).unwrap();
        assert!(tail(&path, 0).len() <= 1024);
        fs::remove_file(&path).unwrap();
    }
}
