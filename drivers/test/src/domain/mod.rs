//! Domains of the host.

use crate::{TestConnection, state::TestState};
use virt_core::api::*;
use virt_error::Result;
use virt_xml::Node;

/// The domains.
#[derive(Default)]
pub struct DomainTable {}

impl TestConnection {
    /// Ends the domains that were to end with this connection.
    pub(crate) fn end_domains(&self) {}
}

impl Domains for TestConnection {}
impl Devices for TestConnection {}
impl Tuning for TestConnection {}
impl Monitoring for TestConnection {}
impl Saving for TestConnection {}
impl Jobs for TestConnection {}
impl Migration for TestConnection {}
impl Guests for TestConnection {}
impl Snapshots for TestConnection {}
impl Checkpoints for TestConnection {}

/// Makes the domain that a node file describes.
pub fn load(_state: &TestState, _node: Node<'_>) -> Result<()> {
    Ok(())
}
