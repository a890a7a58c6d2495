//! The operations on pools and volumes.

use super::{PoolState, Volume, lifecycle, no_pool_uuid, sources, table::Volumes, transfer::Transfer};
use crate::{TestConnection, lists};
use std::sync::{Arc, PoisonError};
use virt_conf::storage::{
    Pool as Document, PoolKind, Volume as VolumeDocument, clean_path, pool_capabilities,
};
use virt_core::{
    api::Storage,
    connection::check_flags,
    constants::*,
    event::Event,
    records::{StoragePool, StoragePoolInfo, StorageVol, StorageVolInfo},
    stream::StreamBox,
    types::*,
};
use virt_error::{Origin, Result, bail};

const ORIGIN: Origin = Origin::Test;

/// The flags of `virConnectListAllStoragePools` that ask for a kind.
const KINDS: &[(u32, PoolKind)] = &[
    (VIR_CONNECT_LIST_STORAGE_POOLS_DIR, PoolKind::Dir),
    (VIR_CONNECT_LIST_STORAGE_POOLS_FS, PoolKind::Fs),
    (VIR_CONNECT_LIST_STORAGE_POOLS_NETFS, PoolKind::Netfs),
    (VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL, PoolKind::Logical),
    (VIR_CONNECT_LIST_STORAGE_POOLS_DISK, PoolKind::Disk),
    (VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI, PoolKind::Iscsi),
    (VIR_CONNECT_LIST_STORAGE_POOLS_SCSI, PoolKind::Scsi),
    (VIR_CONNECT_LIST_STORAGE_POOLS_MPATH, PoolKind::Mpath),
    (VIR_CONNECT_LIST_STORAGE_POOLS_RBD, PoolKind::Rbd),
    (VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG, PoolKind::Sheepdog),
    (VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER, PoolKind::Gluster),
    (VIR_CONNECT_LIST_STORAGE_POOLS_ZFS, PoolKind::Zfs),
    (VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE, PoolKind::Vstorage),
    (VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT, PoolKind::IscsiDirect),
];
const STATES: u32 = VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE
    | VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE
    | VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT
    | VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT
    | VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART
    | VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART;

/// Whether a pool passes the filter of `virConnectListAllStoragePools`.
fn passes(state: &PoolState, flags: u32) -> bool {
    let kinds = KINDS.iter().fold(0, |all, (flag, _)| all | flag);
    let own = KINDS.iter().find(|(_, kind)| *kind == state.document.kind()).map_or(0, |(flag, _)| *flag);
    (flags & kinds == 0 || flags & own != 0)
        && lists::pair(
            flags,
            state.active,
            VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE,
            VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE,
        )
        && lists::pair(
            flags,
            state.persistent,
            VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT,
            VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT,
        )
        && lists::pair(
            flags,
            state.autostart,
            VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART,
            VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART,
        )
}

impl TestConnection {
    fn pools<R>(&self, flags: u32, look: impl Fn(Uuid, &PoolState) -> R) -> Vec<R> {
        self.state.pools.registry.filter_map(|object| {
            object.read(|state| passes(state, flags).then(|| look(object.uuid(), state)))
        })
    }

    fn pool_names(&self, flags: u32, most: i32) -> List<String, 16384> {
        lists::names(self.pools(flags, |_, state| state.name.to_string()), most)
    }

    fn look_pool<R>(&self, pool: &StoragePool, look: impl FnOnce(&PoolState) -> R) -> Result<R> {
        Ok(self.state.pool(pool)?.read(look))
    }

    /// A running pool as it is now.
    fn running_pool(&self, pool: &StoragePool) -> Result<Arc<PoolState>> {
        let state = self.state.pool(pool)?.state();
        state.check_active()?;
        Ok(state)
    }

    fn edit_pool<R>(
        &self,
        pool: &StoragePool,
        operation: &'static str,
        edit: impl FnOnce(&mut PoolState, &mut Vec<Event>) -> Result<R>,
    ) -> Result<R> {
        self.state.change_pool(self.state.pool(pool)?, operation, edit)
    }

    /// Changes the running pool of a volume.
    fn edit_pool_of<R>(
        &self,
        vol: &StorageVol,
        operation: &'static str,
        edit: impl FnOnce(&mut PoolState) -> Result<R>,
    ) -> Result<R> {
        self.state.change_pool(self.state.pool_named(&vol.pool)?, operation, |state, _| {
            state.check_active()?;
            edit(state)
        })
    }

    /// The volume that a running pool finds.
    fn find_volume(&self, find: impl Fn(&Volumes) -> Option<(Name, Volume)>) -> Option<StorageVol> {
        let mut found = self.state.pools.registry.filter_map(|object| {
            object.read(|state| {
                let (name, volume) = if state.active { find(&state.volumes)? } else { return None };
                Some(state.volume_record(&name, &volume))
            })
        });
        if found.is_empty() { None } else { Some(found.swap_remove(0)) }
    }

    /// Both ends of a transfer within a volume.
    fn range(&self, vol: &StorageVol, offset: u64, length: u64) -> Result<(u64, u64)> {
        let (_, volume) = self.state.volume_of(vol)?;
        let capacity = volume.document.capacity();
        if offset > capacity {
            bail!(Test, InvalidArg, "offset {offset} is beyond the end of volume '{}'", vol.name);
        }
        let end = if length == 0 { capacity } else { offset.saturating_add(length).min(capacity) };
        Ok((offset, end))
    }

    fn wipe(&self, vol: &StorageVol, algorithm: u32, flags: u32, function: &str) -> Result<()> {
        check_flags(flags, 0, ORIGIN, function)?;
        if algorithm > VIR_STORAGE_VOL_WIPE_ALG_TRIM as u32 {
            bail!(Test, InvalidArg, "wiping algorithm {algorithm} not supported");
        }
        let (_, volume) = self.state.volume_of(vol)?;
        volume.data.lock().unwrap_or_else(PoisonError::into_inner).truncate(0);
        Ok(())
    }
}

fn info(document: &VolumeDocument) -> StorageVolInfo {
    StorageVolInfo {
        kind: document.kind() as i8,
        capacity: document.capacity(),
        allocation: document.allocation(),
    }
}

impl Storage for TestConnection {
    fn connect_num_of_storage_pools(&self) -> Result<i32> {
        Ok(self.pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, |_, _| ()).len() as i32)
    }

    fn connect_list_storage_pools(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(self.pool_names(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, maxnames))
    }

    fn connect_num_of_defined_storage_pools(&self) -> Result<i32> {
        Ok(self.pools(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE, |_, _| ()).len() as i32)
    }

    fn connect_list_defined_storage_pools(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(self.pool_names(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE, maxnames))
    }

    fn connect_list_all_storage_pools(
        &self,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<StoragePool, 16384>> {
        let known = KINDS.iter().fold(STATES, |all, (flag, _)| all | flag);
        check_flags(flags, known, ORIGIN, "testConnectListAllStoragePools")?;
        Ok(Listing::new(self.pools(flags, |uuid, state| state.record(uuid)), need_results))
    }

    fn connect_find_storage_pool_sources(
        &self,
        kind: &str,
        src_spec: Option<&str>,
        flags: u32,
    ) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testConnectFindStoragePoolSources")?;
        sources::find(kind, src_spec)
    }

    fn connect_get_storage_pool_capabilities(&self, flags: u32) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testConnectGetStoragePoolCapabilities")?;
        Ok(pool_capabilities(|_| true))
    }

    fn storage_pool_lookup_by_name(&self, name: &str) -> Result<StoragePool> {
        let object = self.state.pool_named(name)?;
        Ok(object.read(|state| state.record(object.uuid())))
    }

    fn storage_pool_lookup_by_uuid(&self, uuid: Uuid) -> Result<StoragePool> {
        let found = self.state.pools.registry.read(&uuid, |state| state.record(uuid));
        found.ok_or_else(|| no_pool_uuid(uuid))
    }

    fn storage_pool_lookup_by_volume(&self, vol: &StorageVol) -> Result<StoragePool> {
        self.storage_pool_lookup_by_name(&vol.pool)
    }

    fn storage_pool_lookup_by_target_path(&self, path: &str) -> Result<StoragePool> {
        let clean = clean_path(path);
        let fits = |state: &PoolState| state.document.target_path() == Some(&clean);
        let found = self.pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, |uuid, state| {
            fits(state).then(|| state.record(uuid))
        });
        match found.into_iter().flatten().next() {
            Some(pool) => Ok(pool),
            None => bail!(Test, NoStoragePool, "no storage pool with matching target path '{path}'"),
        }
    }

    fn storage_pool_create_xml(&self, xml: &str, flags: u32) -> Result<StoragePool> {
        check_flags(flags, 0, ORIGIN, "testStoragePoolCreateXML")?;
        self.state.take_pool(Document::parse(xml, false)?, true)
    }

    fn storage_pool_define_xml(&self, xml: &str, flags: u32) -> Result<StoragePool> {
        check_flags(flags, VIR_STORAGE_POOL_DEFINE_VALIDATE, ORIGIN, "testStoragePoolDefineXML")?;
        let document = Document::parse(xml, flags & VIR_STORAGE_POOL_DEFINE_VALIDATE != 0)?;
        self.state.take_pool(document, false)
    }

    fn storage_pool_create(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testStoragePoolCreate")?;
        self.edit_pool(pool, "virStoragePoolCreate", |state, events| {
            state.check_inactive()?;
            state.activate(&self.state)?;
            events.push(lifecycle(pool.clone(), VIR_STORAGE_POOL_EVENT_STARTED));
            Ok(())
        })
    }

    fn storage_pool_destroy(&self, pool: &StoragePool) -> Result<()> {
        self.edit_pool(pool, "virStoragePoolDestroy", |state, events| {
            state.check_active()?;
            state.deactivate(&self.state)?;
            events.push(lifecycle(pool.clone(), VIR_STORAGE_POOL_EVENT_STOPPED));
            Ok(())
        })
    }

    fn storage_pool_undefine(&self, pool: &StoragePool) -> Result<()> {
        self.edit_pool(pool, "virStoragePoolUndefine", |state, events| {
            state.check_inactive()?;
            (state.persistent, state.removed) = (false, true);
            events.push(lifecycle(pool.clone(), VIR_STORAGE_POOL_EVENT_UNDEFINED));
            Ok(())
        })
    }

    fn storage_pool_build(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testStoragePoolBuild")?;
        self.edit_pool(pool, "virStoragePoolBuild", |state, events| {
            state.check_inactive()?;
            events.push(lifecycle(pool.clone(), VIR_STORAGE_POOL_EVENT_CREATED));
            Ok(())
        })
    }

    fn storage_pool_delete(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testStoragePoolDelete")?;
        self.edit_pool(pool, "virStoragePoolDelete", |state, events| {
            state.check_inactive()?;
            // The storage is gone, and the volumes with it.
            state.volumes.clear();
            state.count();
            events.push(lifecycle(pool.clone(), VIR_STORAGE_POOL_EVENT_DELETED));
            Ok(())
        })
    }

    fn storage_pool_refresh(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testStoragePoolRefresh")?;
        self.edit_pool(pool, "virStoragePoolRefresh", |state, events| {
            state.check_active()?;
            state.count();
            events.push(Event::StoragePoolRefresh { pool: pool.clone() });
            Ok(())
        })
    }

    fn storage_pool_get_info(&self, pool: &StoragePool) -> Result<StoragePoolInfo> {
        self.look_pool(pool, |state| {
            let running = if state.active { VIR_STORAGE_POOL_RUNNING } else { VIR_STORAGE_POOL_INACTIVE };
            StoragePoolInfo {
                state: running as u8,
                capacity: state.capacity(),
                allocation: state.allocation(),
                available: state.document.available.get(),
            }
        })
    }

    fn storage_pool_get_xml_desc(&self, pool: &StoragePool, flags: u32) -> Result<String> {
        check_flags(flags, VIR_STORAGE_XML_INACTIVE, ORIGIN, "testStoragePoolGetXMLDesc")?;
        let inactive = flags & VIR_STORAGE_XML_INACTIVE != 0;
        let document = self.look_pool(pool, |state| {
            let next = state.next.as_ref().filter(|_| inactive);
            next.unwrap_or(&state.document).clone()
        })?;
        Ok(document.format())
    }

    fn storage_pool_get_autostart(&self, pool: &StoragePool) -> Result<i32> {
        self.look_pool(pool, |state| i32::from(state.autostart))
    }

    fn storage_pool_set_autostart(&self, pool: &StoragePool, autostart: i32) -> Result<()> {
        self.edit_pool(pool, "virStoragePoolSetAutostart", |state, _| {
            if !state.persistent {
                bail!(Test, InvalidArg, "pool has no config file");
            }
            state.autostart = autostart != 0;
            Ok(())
        })
    }

    fn storage_pool_is_active(&self, pool: &StoragePool) -> Result<i32> {
        let found = self.state.pools.registry.read(&pool.uuid, |state| i32::from(state.active));
        found.ok_or_else(|| no_pool_uuid(pool.uuid))
    }

    fn storage_pool_is_persistent(&self, pool: &StoragePool) -> Result<i32> {
        let found = self.state.pools.registry.read(&pool.uuid, |state| i32::from(state.persistent));
        found.ok_or_else(|| no_pool_uuid(pool.uuid))
    }

    fn storage_pool_num_of_volumes(&self, pool: &StoragePool) -> Result<i32> {
        Ok(self.running_pool(pool)?.volumes.len() as i32)
    }

    fn storage_pool_list_volumes(&self, pool: &StoragePool, maxnames: i32) -> Result<List<String, 16384>> {
        let state = self.running_pool(pool)?;
        Ok(lists::names(
            state.volumes.all().into_iter().map(|(name, _)| name.to_string()).collect(),
            maxnames,
        ))
    }

    fn storage_pool_list_all_volumes(
        &self,
        pool: &StoragePool,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<StorageVol, 16384>> {
        check_flags(flags, 0, ORIGIN, "testStoragePoolListAllVolumes")?;
        let state = self.running_pool(pool)?;
        let volumes = state.volumes.all();
        let records = volumes.iter().map(|(name, volume)| state.volume_record(name, volume));
        Ok(Listing::new(records.collect(), need_results))
    }

    fn storage_vol_lookup_by_name(&self, pool: &StoragePool, name: &str) -> Result<StorageVol> {
        let state = self.running_pool(pool)?;
        let volume = state.volume(name)?;
        Ok(state.volume_record(&Name::new(name), &volume))
    }

    fn storage_vol_lookup_by_key(&self, key: &str) -> Result<StorageVol> {
        match self.find_volume(|volumes| volumes.by_key(key)) {
            Some(volume) => Ok(volume),
            None => bail!(Test, NoStorageVol, "no storage vol with matching key '{key}'"),
        }
    }

    fn storage_vol_lookup_by_path(&self, path: &str) -> Result<StorageVol> {
        match self.find_volume(|volumes| volumes.by_path(path)) {
            Some(volume) => Ok(volume),
            None => bail!(Test, NoStorageVol, "no storage vol with matching path '{path}'"),
        }
    }

    fn storage_vol_create_xml(&self, pool: &StoragePool, xml: &str, flags: u32) -> Result<StorageVol> {
        check_flags(flags, VIR_STORAGE_VOL_CREATE_VALIDATE, ORIGIN, "testStorageVolCreateXML")?;
        let validate = flags & VIR_STORAGE_VOL_CREATE_VALIDATE != 0;
        self.edit_pool(pool, "virStorageVolCreateXML", |state, _| {
            state.check_active()?;
            state.add_volume(VolumeDocument::parse(xml, &state.document, validate, false)?, true)
        })
    }

    fn storage_vol_create_xml_from(
        &self,
        pool: &StoragePool,
        xml: &str,
        clonevol: &StorageVol,
        flags: u32,
    ) -> Result<StorageVol> {
        check_flags(flags, VIR_STORAGE_VOL_CREATE_VALIDATE, ORIGIN, "testStorageVolCreateXMLFrom")?;
        let validate = flags & VIR_STORAGE_VOL_CREATE_VALIDATE != 0;
        let source = self.state.pool_named(&clonevol.pool)?;
        self.edit_pool(pool, "virStorageVolCreateXMLFrom", |state, _| {
            state.check_active()?;
            let document = VolumeDocument::parse(xml, &state.document, validate, false)?;
            if state.volumes.get(document.name()).is_some() {
                bail!(Test, OperationFailed, "storage vol already exists");
            }
            let original = match source.uuid() == pool.uuid {
                true => state.volume(&clonevol.name)?,
                false => source.state().volume(&clonevol.name)?,
            };
            state.copy_volume(document, &original)
        })
    }

    fn storage_vol_delete(&self, vol: &StorageVol, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testStorageVolDelete")?;
        self.edit_pool_of(vol, "virStorageVolDelete", |state| state.remove_volume(&vol.name))
    }

    fn storage_vol_get_info(&self, vol: &StorageVol) -> Result<StorageVolInfo> {
        Ok(info(&self.state.volume_of(vol)?.1.document))
    }

    fn storage_vol_get_info_flags(&self, vol: &StorageVol, flags: u32) -> Result<StorageVolInfo> {
        check_flags(flags, VIR_STORAGE_VOL_GET_PHYSICAL, ORIGIN, "testStorageVolGetInfoFlags")?;
        let mut info = info(&self.state.volume_of(vol)?.1.document);
        if flags & VIR_STORAGE_VOL_GET_PHYSICAL != 0 {
            // A file in memory is as long as it says.
            info.allocation = info.capacity;
        }
        Ok(info)
    }

    fn storage_vol_get_xml_desc(&self, vol: &StorageVol, flags: u32) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testStorageVolGetXMLDesc")?;
        Ok(self.state.volume_of(vol)?.1.document.format())
    }

    fn storage_vol_get_path(&self, vol: &StorageVol) -> Result<String> {
        let (_, volume) = self.state.volume_of(vol)?;
        Ok(volume.document.target.path.clone().unwrap_or_default())
    }

    fn storage_vol_resize(&self, vol: &StorageVol, capacity: u64, flags: u32) -> Result<()> {
        let known =
            VIR_STORAGE_VOL_RESIZE_ALLOCATE | VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK;
        check_flags(flags, known, ORIGIN, "testStorageVolResize")?;
        self.edit_pool_of(vol, "virStorageVolResize", |state| state.resize_volume(&vol.name, capacity, flags))
    }

    fn storage_vol_wipe(&self, vol: &StorageVol, flags: u32) -> Result<()> {
        self.wipe(vol, VIR_STORAGE_VOL_WIPE_ALG_ZERO as u32, flags, "testStorageVolWipe")
    }

    fn storage_vol_wipe_pattern(&self, vol: &StorageVol, algorithm: u32, flags: u32) -> Result<()> {
        self.wipe(vol, algorithm, flags, "testStorageVolWipePattern")
    }

    fn storage_vol_upload(
        &self,
        vol: &StorageVol,
        offset: u64,
        length: u64,
        flags: u32,
    ) -> Result<(StreamBox, ())> {
        check_flags(flags, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM, ORIGIN, "testStorageVolUpload")?;
        let range = self.range(vol, offset, length)?;
        let data = self.state.volume_of(vol)?.1.data;
        let (state, target) = (self.state.clone(), vol.clone());
        // What was written takes space; whoever removed the pool or the volume meanwhile took that back too.
        let finished = move || {
            let Ok(object) = state.pool_named(&target.pool) else { return };
            let grown = state.change_pool(object, "virStorageVolUpload", |pool, events| {
                let pool_record = StoragePool { name: pool.name.clone(), uuid: pool.document.uuid() };
                let Some(mut volume) = pool.volumes.get(&target.name) else { return Ok(()) };
                let stored = volume.data.lock().unwrap_or_else(PoisonError::into_inner).stored();
                let (capacity, allocation) = (volume.document.capacity(), volume.document.allocation());
                volume.resize(capacity, allocation.max(stored.min(capacity)));
                pool.volumes.insert(target.name.clone(), volume);
                pool.count();
                events.push(Event::StoragePoolRefresh { pool: pool_record });
                Ok(())
            });
            if let Err(error) = grown {
                log::warn!("volume '{}' was written, but not counted: {error}", target.name);
            }
        };
        let sparse = flags & VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM != 0;
        Ok((Box::new(Transfer::new(data, range, (true, sparse), Some(Box::new(finished)))), ()))
    }

    fn storage_vol_download(
        &self,
        vol: &StorageVol,
        offset: u64,
        length: u64,
        flags: u32,
    ) -> Result<(StreamBox, ())> {
        check_flags(flags, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, ORIGIN, "testStorageVolDownload")?;
        let range = self.range(vol, offset, length)?;
        let data = self.state.volume_of(vol)?.1.data;
        let sparse = flags & VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM != 0;
        Ok((Box::new(Transfer::new(data, range, (false, sparse), None)), ()))
    }
}
