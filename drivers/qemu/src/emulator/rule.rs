//! The rules by which an emulator's answers decide its features.

use super::answers::Answers;

/// What an emulator must have said for a feature to be there. Of several types, one that fits is enough.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Every emulator that is new enough to be used has it.
    Always,
    /// More than one answer decides, in `Answers::flags`.
    Told,
    /// A type of object or device is built in.
    Type(&'static [&'static str]),
    /// Such a type has a property.
    Property(&'static [&'static str], &'static str),
    /// A property that is there has this value unless another is given.
    Default(&'static [&'static str], &'static str, bool),
    /// A QMP command exists.
    Command(&'static str),
    /// The description of QMP has this path: see [`super::schema::Schema::has`].
    Schema(&'static str),
    /// An option of the command line has a parameter.
    Parameter(&'static str, &'static str),
    /// A capability of migration.
    Migration(&'static str),
    /// A backend, or a model, of TPM.
    TpmBackend(&'static str),
    TpmModel(&'static [&'static str]),
    /// The emulator's version is this or newer.
    Version(u32),
    Both(&'static Rule, &'static Rule),
    /// The emulator's architecture is one of these.
    Arch(&'static [&'static str]),
}

impl Rule {
    pub fn holds(self, answers: &Answers) -> bool {
        let property = |kind: &&str, name: &str| answers.property(kind, name);
        match self {
            Rule::Always => true,
            Rule::Told => false,
            Rule::Type(kinds) => kinds.iter().any(|kind| answers.types.contains(*kind)),
            Rule::Property(kinds, name) => kinds.iter().any(|kind| property(kind, name).is_some()),
            Rule::Default(kinds, name, value) => kinds
                .iter()
                .any(|kind| property(kind, name).is_some_and(|default| default.as_bool() == Some(value))),
            Rule::Command(name) => answers.schema.has(name),
            Rule::Schema(path) => answers.schema.has(path),
            Rule::Parameter(option, name) => {
                answers.options.get(option).is_some_and(|parameters| parameters.contains(name))
            }
            Rule::Migration(name) => answers.migration.contains(name),
            Rule::TpmBackend(name) => answers.tpm_backends.contains(name),
            Rule::TpmModel(names) => names.iter().any(|name| answers.tpm_models.contains(*name)),
            Rule::Version(least) => answers.version >= least,
            Rule::Both(one, other) => one.holds(answers) && other.holds(answers),
            Rule::Arch(names) => names.contains(&answers.arch.as_str()),
        }
    }
}
