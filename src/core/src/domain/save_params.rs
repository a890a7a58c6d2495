//! The parameters of `virDomainSaveParams` and `virDomainRestoreParams`.

use crate::params::{Accepted, Kind, Multiple, TypedParam, Value, find, find_string, validate};
use virt_error::Result;

/// What the parameters say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaveParams {
    /// The image; without one, that of a managed save.
    pub file: Option<String>,
    /// The document to use instead of the one that there is.
    pub dxml: Option<String>,
    /// `raw`, `sparse`, or the name of a compression.
    pub image_format: Option<String>,
    /// How many streams write or read the image.
    pub channels: Option<i32>,
}

impl SaveParams {
    /// Errors: `VIR_ERR_INVALID_ARG` for parameters that there are not.
    pub fn read(params: &[TypedParam]) -> Result<SaveParams> {
        validate(
            params,
            &[
                Accepted("file", Kind::String, Multiple::Once),
                Accepted("dxml", Kind::String, Multiple::Once),
                Accepted("image_format", Kind::String, Multiple::Once),
                Accepted("parallel.channels", Kind::Int, Multiple::Once),
            ],
        )?;
        let text = |name: &str| find_string(params, name).map(str::to_owned);
        Ok(SaveParams {
            file: text("file"),
            dxml: text("dxml"),
            image_format: text("image_format"),
            channels: match find(params, "parallel.channels") {
                Some(Value::Int(channels)) => Some(*channels),
                _ => None,
            },
        })
    }
}
