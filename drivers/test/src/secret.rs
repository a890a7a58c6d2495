//! Secrets.

use crate::TestConnection;
use virt_core::api::Secrets;

/// The secrets.
#[derive(Default)]
pub struct SecretTable {}

impl Secrets for TestConnection {}
