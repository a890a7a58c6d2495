//! Volumes: made, copied, resized and taken away.

use super::{Data, PoolState, Volume, no_volume_named};
use std::sync::{Arc, Mutex, PoisonError};
use virt_conf::{Size, storage::Volume as Document};
use virt_core::{constants::*, records::StorageVol, types::*};
use virt_error::{Result, bail};

impl Volume {
    /// Gives the volume other sizes, in bytes.
    pub(super) fn resize(&mut self, capacity: u64, allocation: u64) {
        let mut document = Document::clone(&self.document);
        document.capacity = Some(Box::new(Size::bytes(capacity)));
        document.allocation = Some(Box::new(Size::bytes(allocation)));
        self.document = Arc::new(document);
        self.data.lock().unwrap_or_else(PoisonError::into_inner).truncate(capacity);
    }
}

impl PoolState {
    /// Takes in a new volume. `place`: where it lies is the pool's to say, not the document's.
    pub(super) fn add_volume(&mut self, mut document: Document, place: bool) -> Result<StorageVol> {
        let name = Name::new(document.name());
        if self.volumes.get(&name).is_some() {
            bail!(Test, OperationFailed, "storage vol already exists");
        }
        if self.allocation().saturating_add(document.allocation()) > self.capacity() {
            bail!(Test, InternalError, "Not enough free space in pool for volume '{name}'");
        }
        if place || document.target.path.is_none() {
            let folder = self.document.target_path().unwrap_or_default();
            document.target.path = Some(format!("{folder}/{name}"));
        }
        if place || document.key.is_none() {
            document.key = document.target.path.clone();
        }
        let volume = Volume { document: Arc::new(document), data: Arc::new(Mutex::new(Data::default())) };
        let record = self.volume_record(&name, &volume);
        self.volumes.insert(name, volume);
        self.count();
        Ok(record)
    }

    /// Takes in a new volume with what is in another one.
    pub(super) fn copy_volume(&mut self, document: Document, from: &Volume) -> Result<StorageVol> {
        let capacity = document.capacity();
        let record = self.add_volume(document, true)?;
        let mut data = from.data.lock().unwrap_or_else(PoisonError::into_inner).clone();
        data.truncate(capacity);
        if let Some(mut volume) = self.volumes.get(&record.name) {
            volume.data = Arc::new(Mutex::new(data));
            self.volumes.insert(record.name.clone(), volume);
        }
        Ok(record)
    }

    /// Takes a volume away.
    pub(super) fn remove_volume(&mut self, name: &str) -> Result<()> {
        self.volumes.remove(name).ok_or_else(|| no_volume_named(name))?;
        self.count();
        Ok(())
    }

    /// Gives a volume another capacity: `virStorageVolResizeFlags`.
    pub(super) fn resize_volume(&mut self, name: &str, capacity: u64, flags: u32) -> Result<()> {
        let mut volume = self.volume(name)?;
        let (old, allocation) = (volume.document.capacity(), volume.document.allocation());
        let shrink = flags & VIR_STORAGE_VOL_RESIZE_SHRINK != 0;
        let wanted = match (flags & VIR_STORAGE_VOL_RESIZE_DELTA != 0, shrink) {
            (false, _) => Some(capacity),
            (true, false) => old.checked_add(capacity),
            (true, true) => Some(old.saturating_sub(capacity)),
        };
        // Sizes are signed on every disk format there is.
        let Some(wanted) = wanted.filter(|wanted| i64::try_from(*wanted).is_ok()) else {
            bail!(Test, Overflow, "capacity is too large");
        };
        if wanted < allocation && !shrink {
            bail!(Test, InvalidArg, "can't shrink capacity below existing allocation");
        }
        if wanted < old && !shrink {
            let text = "Can't shrink capacity below current capacity unless shrink flag explicitly specified";
            bail!(Test, InvalidArg, "{text}");
        }
        let allocate = flags & VIR_STORAGE_VOL_RESIZE_ALLOCATE != 0;
        let grown = if allocate { wanted } else { allocation.min(wanted) };
        if grown > allocation && grown - allocation > self.capacity().saturating_sub(self.allocation()) {
            bail!(Test, OperationFailed, "Not enough space left in storage pool");
        }
        volume.resize(wanted, grown);
        self.volumes.insert(Name::new(name), volume);
        self.count();
        Ok(())
    }
}
