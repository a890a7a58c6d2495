//! Network filters.

use crate::TestConnection;
use virt_core::api::NwFilters;

/// The filters and their bindings.
#[derive(Default)]
pub struct FilterTable {}

impl NwFilters for TestConnection {}
