//! `libvirtd`: serves the drivers that it holds to clients on a unix socket.
#![forbid(unsafe_code)]

mod options;
mod socket;

use nix::sys::{
    signal::{SigSet, Signal},
    signalfd::{SfdFlags, SignalFd},
};
use options::{Command, Options};
use std::{os::fd::AsFd, process::ExitCode, sync::Arc};
use virt_core::{Error, Origin, Result, connection};
use virt_rpc::server::{Limits, Server, Service};

/// Signals that end the daemon.
const ENDING: [Signal; 3] = [Signal::SIGTERM, Signal::SIGINT, Signal::SIGQUIT];

fn main() -> ExitCode {
    let command = match options::parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(complaint) => {
            eprintln!("libvirtd: {complaint}\n{}", options::USAGE);
            return ExitCode::FAILURE;
        }
    };
    let outcome = match command {
        Command::Help => {
            println!("{}", options::USAGE);
            Ok(())
        }
        Command::Version => {
            println!("libvirtd (libvirt) {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        Command::Serve(options) => serve(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("libvirtd: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Serves every connection that a registered driver can open.
struct Local;

impl Service for Local {}

fn serve(options: &Options) -> Result<()> {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    // Before any thread exists, so that none takes a signal away from the descriptor.
    let signals = ending_signals()?;
    connection::register(virt_driver_test::driver());

    let socket = socket::Socket::listen(&options.socket()?)?;
    let server = Server::new(socket.listener()?, Arc::new(Local), Limits::default())?;
    eprintln!("libvirtd: serving {}", socket.path().display());
    server.run(Some(signals.as_fd()))
}

fn ending_signals() -> Result<SignalFd> {
    let system = |what| move |errno: nix::errno::Errno| Error::system(Origin::Rpc, what, &errno.into());
    let signals: SigSet = ENDING.into_iter().collect();
    signals.thread_block().map_err(system("unable to block signals"))?;
    SignalFd::with_flags(&signals, SfdFlags::SFD_CLOEXEC).map_err(system("unable to watch signals"))
}
