//! Where log messages go: `LIBVIRT_DEBUG`, `LIBVIRT_LOG_FILTERS` and `LIBVIRT_LOG_OUTPUTS`.
//!
//! Without any of them nothing is logged and nothing is printed: the library is a guest in somebody's process.

use std::{
    env,
    fs::{File, OpenOptions},
    io::Write,
    sync::Mutex,
    time::{SystemTime, UNIX_EPOCH},
};

/// libvirt's priorities: 1 debug, 2 info, 3 warning, 4 error.
fn level(priority: u32) -> Option<log::LevelFilter> {
    match priority {
        1 => Some(log::LevelFilter::Debug),
        2 => Some(log::LevelFilter::Info),
        3 => Some(log::LevelFilter::Warn),
        4 => Some(log::LevelFilter::Error),
        _ => None,
    }
}

/// What `LIBVIRT_DEBUG` asks for: a number or a word.
fn debug_level(word: &str) -> Option<log::LevelFilter> {
    match word {
        "debug" => Some(log::LevelFilter::Debug),
        "info" => Some(log::LevelFilter::Info),
        "warning" => Some(log::LevelFilter::Warn),
        "error" => Some(log::LevelFilter::Error),
        number => level(number.parse().ok()?),
    }
}

enum Sink {
    Stderr,
    File(Mutex<File>),
}

struct Output {
    level: log::LevelFilter,
    sink: Sink,
}

struct Filter {
    level: log::LevelFilter,
    pattern: String,
}

struct Logger {
    default: log::LevelFilter,
    filters: Vec<Filter>,
    outputs: Vec<Output>,
}

impl Logger {
    fn level_of(&self, target: &str) -> log::LevelFilter {
        self.filters
            .iter()
            .find(|filter| target.contains(&filter.pattern))
            .map_or(self.default, |filter| filter.level)
    }
}

impl log::Log for Logger {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() <= self.level_of(metadata.target())
    }

    fn log(&self, record: &log::Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let word = match record.level() {
            log::Level::Error => "error",
            log::Level::Warn => "warning",
            log::Level::Info => "info",
            log::Level::Debug | log::Level::Trace => "debug",
        };
        let line = format!(
            "{}.{:03}: {}: {word} : {}:{} : {}\n",
            now.as_secs(),
            now.subsec_millis(),
            std::process::id(),
            record.target(),
            record.line().unwrap_or(0),
            record.args()
        );
        for output in self.outputs.iter().filter(|output| record.level() <= output.level) {
            // A log that cannot be written has nowhere to complain.
            let _ = match &output.sink {
                Sink::Stderr => std::io::stderr().write_all(line.as_bytes()),
                Sink::File(file) => match file.lock() {
                    Ok(mut file) => file.write_all(line.as_bytes()),
                    Err(_) => Ok(()),
                },
            };
        }
    }

    fn flush(&self) {}
}

/// One filter, `LEVEL:PATTERN`; what is malformed is passed over.
fn read_filter(word: &str) -> Option<Filter> {
    let (priority, pattern) = word.split_once(':')?;
    let pattern = pattern.trim_start_matches('+');
    Some(Filter { level: level(priority.parse().ok()?)?, pattern: pattern.to_owned() })
}

/// One output, `LEVEL:stderr` or `LEVEL:file:PATH`; what is malformed, or cannot be opened, is passed over.
fn read_output(word: &str) -> Option<Output> {
    let (priority, target) = word.split_once(':')?;
    let level = level(priority.parse().ok()?)?;
    let sink = match target.split_once(':') {
        None if target == "stderr" => Sink::Stderr,
        Some(("file", path)) => {
            Sink::File(Mutex::new(OpenOptions::new().append(true).create(true).open(path).ok()?))
        }
        _ => return None,
    };
    Some(Output { level, sink })
}

/// Turns logging on as the environment asks. An application with a logger of its own keeps it.
pub fn initialize() {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let (debug, filters, outputs) =
        (variable("LIBVIRT_DEBUG"), variable("LIBVIRT_LOG_FILTERS"), variable("LIBVIRT_LOG_OUTPUTS"));
    if debug.is_none() && filters.is_none() && outputs.is_none() {
        return;
    }
    let words = |list: &Option<String>| -> Vec<String> {
        list.iter().flat_map(|list| list.split_whitespace()).map(str::to_owned).collect()
    };
    let default = debug.as_deref().and_then(debug_level).unwrap_or(log::LevelFilter::Warn);
    let filters: Vec<Filter> = words(&filters).iter().filter_map(|word| read_filter(word)).collect();
    let mut outputs: Vec<Output> = words(&outputs).iter().filter_map(|word| read_output(word)).collect();
    if outputs.is_empty() {
        outputs.push(Output { level: log::LevelFilter::Debug, sink: Sink::Stderr });
    }
    let most = filters.iter().map(|filter| filter.level).chain([default]).max().unwrap_or(default);
    if log::set_boxed_logger(Box::new(Logger { default, filters, outputs })).is_ok() {
        log::set_max_level(most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_and_outputs_are_read_and_nonsense_is_passed_over() {
        let filter = read_filter("1:remote").unwrap();
        assert_eq!((filter.level, filter.pattern.as_str()), (log::LevelFilter::Debug, "remote"));
        assert!(read_filter("9:x").is_none() && read_filter("x").is_none());
        assert!(matches!(read_output("3:stderr").unwrap().sink, Sink::Stderr));
        assert!(
            read_output("1:file:/nonexistent/directory/log").is_none() && read_output("1:nowhere").is_none()
        );
        assert_eq!(debug_level("debug"), Some(log::LevelFilter::Debug));
        assert_eq!(debug_level("4"), Some(log::LevelFilter::Error));
        assert_eq!(debug_level("loud"), None);
    }
}
