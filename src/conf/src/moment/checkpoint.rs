//! `<domaincheckpoint>`

use super::{MomentFlags, Parent, check_name, guest};
use crate::domain::Domain;
use crate::{Checked, checked, good, host::Host};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Style, element, names, parse, read, write};

names! {
    /// How the changes of a disk are followed.
    pub enum CheckpointMode { No = "no", Bitmap = "bitmap" }
}

element! {
    /// `<domaincheckpoint>`
    pub Checkpoint {
        ;
        text name: Option<String> = "name",
        text description: Option<String> = "description",
        one parent: Option<Box<Parent>> = "parent",
        text creation_time: Option<Checked<i64>> = "creationTime",
        one disks: Option<Box<CheckpointDisks>> = "disks",
        one domain: Option<Box<Domain>> = "domain",
    }
    /// `<disks>`
    pub CheckpointDisks {
        ;
        many disks: Vec<CheckpointDisk> = "disk",
    }
    /// A disk whose changes are followed, or not.
    pub CheckpointDisk {
        attr name: Option<String> = "name",
        attr mode: Option<Checked<CheckpointMode>> = "checkpoint",
        attr bitmap: Option<String> = "bitmap",
        attr size: Option<u64> = "size",
        ;
    }
}

impl Checkpoint {
    /// Reads a document. `now` is the time, in seconds, for a checkpoint that is being made.
    pub fn parse(text: &str, flags: MomentFlags, now: i64, host: &Host) -> Result<Checkpoint> {
        let document = parse(text, "(domain_checkpoint)", Origin::DomainCheckpoint)?;
        let root = document.root();
        virt_xml::expect_root(root, "domaincheckpoint")?;
        let mut checkpoint = Checkpoint::default();
        read(&mut checkpoint, root, &flags.reading(Origin::DomainCheckpoint, "domaincheckpoint.rng"))?;
        checkpoint.domain = if flags.redefine { guest(root, "domain", host)? } else { None };
        checkpoint.complete(flags, now)?;
        Ok(checkpoint)
    }

    /// The document. `sizes`: how much each disk changed, where it is known; `domain`: the guest as it was.
    pub fn format(&self, secure: bool, domain: bool, sizes: bool) -> String {
        let mut shown = self.clone();
        if !domain {
            shown.domain = None;
        }
        for disk in shown.disks.iter_mut().flat_map(|disks| &mut disks.disks) {
            disk.size = disk.size.filter(|_| sizes);
        }
        write(&shown, "domaincheckpoint", Style { secure, inactive: true, ..Style::default() })
    }

    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// Seconds since 1970.
    pub fn creation_time(&self) -> i64 {
        good(&self.creation_time).copied().unwrap_or(0)
    }

    pub fn parent_name(&self) -> Option<&str> {
        self.parent.as_ref().and_then(|parent| parent.name.as_deref())
    }

    pub fn set_parent(&mut self, name: Option<&str>) {
        let parent = |name: &str| Box::new(Parent { name: Some(name.to_owned()), ..Parent::default() });
        self.parent = name.map(parent);
    }

    pub fn disks(&self) -> &[CheckpointDisk] {
        self.disks.as_ref().map_or(&[], |disks| &disks.disks)
    }

    fn complete(&mut self, flags: MomentFlags, now: i64) -> Result<()> {
        let missing =
            || error!(DomainCheckpoint, InternalError, "missing creationTime from existing checkpoint");
        let time = checked(&self.creation_time, |_| missing())?.copied();
        let time = match time {
            Some(time) if flags.redefine => time,
            None if flags.redefine => return Err(missing()),
            _ => now,
        };
        self.creation_time = Some(time.into());
        match self.name.as_deref() {
            None | Some("") if flags.redefine => {
                bail!(DomainCheckpoint, XmlError, "a redefined checkpoint must have a name")
            }
            None | Some("") => self.name = Some(time.to_string()),
            Some(name) => check_name("checkpoint", name)?,
        }
        if flags.redefine {
            if self.domain.is_none() {
                bail!(DomainCheckpoint, XmlError, "missing domain in checkpoint");
            }
        } else {
            self.parent = None;
        }
        let name = self.name().to_owned();
        for disk in self.disks.iter_mut().flat_map(|disks| &mut disks.disks) {
            if disk.name.as_deref().unwrap_or_default().is_empty() {
                return Err(virt_xml::missing_attribute("disk", "name"));
            }
            let mode = checked(&disk.mode, |word| {
                let text = format!("Invalid value for attribute 'checkpoint' in element 'disk': '{word}'.");
                error!(Xml, XmlError, "{text}")
            })?;
            let mode = *mode.unwrap_or(&CheckpointMode::Bitmap);
            disk.mode = Some(mode.into());
            match mode {
                CheckpointMode::No => disk.bitmap = None,
                CheckpointMode::Bitmap => {
                    disk.bitmap.get_or_insert_with(|| name.clone());
                }
            }
            // How much changed is found out, not told.
            if !flags.redefine {
                disk.size = None;
            }
        }
        if self.disks.as_ref().is_some_and(|disks| disks.disks.is_empty()) {
            self.disks = None;
        }
        Ok(())
    }
}
