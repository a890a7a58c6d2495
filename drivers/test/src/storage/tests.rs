//! Pools and volumes of the test driver, asked through the API's traits.

use crate::tests::{open, open_node};
use std::sync::Arc;
use virt_core::{
    api::Storage,
    constants::*,
    records::{StoragePool, StorageVol},
    stream::{Received, Sent},
};
use virt_error::{Code, Result};

fn pool_xml(name: &str, last: u8) -> String {
    format!(
        "<pool type='dir'><name>{name}</name><uuid>00000000-0000-0000-0000-0000000000{last:02x}</uuid>\
         <target><path>/{name}</path></target></pool>"
    )
}

fn volume_xml(name: &str, capacity: u64) -> String {
    format!("<volume><name>{name}</name><capacity>{capacity}</capacity><allocation>0</allocation></volume>")
}

fn running() -> (Arc<dyn Storage>, StoragePool) {
    let storage = open_node("<node/>").unwrap().storage;
    let pool = storage.storage_pool_define_xml(&pool_xml("p", 1), 0).unwrap();
    storage.storage_pool_create(&pool, 0).unwrap();
    (storage, pool)
}

fn code<T>(result: Result<T>) -> Code {
    result.err().expect("an error").code()
}

#[test]
fn the_default_pool_is_as_programs_expect_it() {
    let storage = open("test:///default").unwrap().storage;
    let pool = storage.storage_pool_lookup_by_name("default-pool").unwrap();
    assert_eq!(pool.uuid.to_string(), "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566");
    let info = storage.storage_pool_get_info(&pool).unwrap();
    assert_eq!((info.state, info.capacity, info.available), (2, 107374182400, 107374182400));
    let error = storage.storage_pool_create(&pool, 0).unwrap_err();
    assert_eq!(error.message(), "Requested operation is not valid: storage pool 'default-pool' is active");
    assert_eq!(storage.storage_pool_lookup_by_target_path("/default-pool//").unwrap(), pool);
}

#[test]
fn a_pool_lives_from_definition_to_removal() {
    let (storage, pool) = running();
    assert_eq!(code(storage.storage_pool_undefine(&pool)), Code::OperationInvalid);
    storage.storage_pool_destroy(&pool).unwrap();
    assert_eq!(code(storage.storage_pool_refresh(&pool, 0)), Code::OperationInvalid);
    storage.storage_pool_build(&pool, 0).unwrap();
    storage.storage_pool_undefine(&pool).unwrap();
    assert_eq!(code(storage.storage_pool_get_info(&pool)), Code::NoStoragePool);
    let transient = storage.storage_pool_create_xml(&pool_xml("t", 2), 0).unwrap();
    assert_eq!(code(storage.storage_pool_set_autostart(&transient, 1)), Code::InvalidArg);
    storage.storage_pool_destroy(&transient).unwrap();
    assert_eq!(storage.connect_list_all_storage_pools(1, 0).unwrap().count, 0);
}

#[test]
fn two_pools_are_not_the_same_storage() {
    let (storage, _) = running();
    let other = pool_xml("q", 2).replace("<path>/q", "<path>/p");
    let error = storage.storage_pool_define_xml(&other, 0).unwrap_err();
    assert_eq!(error.message(), "operation failed: Storage source conflict with pool: 'p'");
    let error = storage.storage_pool_define_xml(&pool_xml("p", 3), 0).unwrap_err();
    assert!(error.message().contains("pool 'p' already exists with uuid"));
    let error = storage.storage_pool_define_xml(&pool_xml("r", 1), 0).unwrap_err();
    assert!(error.message().contains("pool 'p' is already defined with uuid"));
}

#[test]
fn volumes_take_space_and_give_it_back() {
    let (storage, pool) = running();
    let vol = storage.storage_vol_create_xml(&pool, &volume_xml("v", 1000), 0).unwrap();
    assert_eq!((&*vol.key, &*vol.pool), ("/p/v", "p"));
    assert_eq!(storage.storage_vol_lookup_by_path("/p/v").unwrap(), vol);
    assert_eq!(code(storage.storage_vol_create_xml(&pool, &volume_xml("v", 1), 0)), Code::OperationFailed);
    assert_eq!(code(storage.storage_vol_create_xml(&pool, &volume_xml("../v", 1), 0)), Code::XmlError);
    let large = "<volume><name>l</name><capacity unit='T'>1</capacity></volume>";
    let error = storage.storage_vol_create_xml(&pool, large, 0).unwrap_err();
    assert_eq!(error.message(), "internal error: Not enough free space in pool for volume 'l'");
    storage.storage_vol_resize(&vol, 2000, VIR_STORAGE_VOL_RESIZE_ALLOCATE).unwrap();
    assert_eq!(storage.storage_pool_get_info(&pool).unwrap().allocation, 2000);
    assert_eq!(code(storage.storage_vol_resize(&vol, 10, 0)), Code::InvalidArg);
    storage
        .storage_vol_resize(&vol, 500, VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK)
        .unwrap();
    assert_eq!(storage.storage_vol_get_info(&vol).unwrap().capacity, 1500);
    storage.storage_vol_delete(&vol, 0).unwrap();
    assert_eq!(code(storage.storage_vol_delete(&vol, 0)), Code::NoStorageVol);
    assert_eq!(storage.storage_pool_get_info(&pool).unwrap().allocation, 0);
}

fn upload(storage: &dyn Storage, vol: &StorageVol, offset: u64, bytes: &[u8]) {
    let (stream, ()) = storage.storage_vol_upload(vol, offset, 0, 0).unwrap();
    assert_eq!(stream.send(bytes).unwrap(), Sent::Data(bytes.len()));
    stream.finish().unwrap();
}

fn download(storage: &dyn Storage, vol: &StorageVol, offset: u64, length: u64) -> Vec<u8> {
    let (stream, ()) = storage.storage_vol_download(vol, offset, length, 0).unwrap();
    let (mut all, mut buffer) = (Vec::new(), [0; 7]);
    while let Received::Data(given @ 1..) = stream.receive(&mut buffer, false).unwrap() {
        all.extend(&buffer[..given]);
    }
    stream.finish().unwrap();
    all
}

#[test]
fn what_is_uploaded_is_downloaded_and_copied_and_wiped() {
    let (storage, pool) = running();
    let vol = storage.storage_vol_create_xml(&pool, &volume_xml("v", 20), 0).unwrap();
    upload(&*storage, &vol, 5, b"hello");
    assert_eq!(download(&*storage, &vol, 0, 0), b"\0\0\0\0\0hello\0\0\0\0\0\0\0\0\0\0");
    assert_eq!(download(&*storage, &vol, 6, 3), b"ell");
    assert_eq!(storage.storage_vol_get_info(&vol).unwrap().allocation, 20);
    let copy = storage.storage_vol_create_xml_from(&pool, &volume_xml("c", 8), &vol, 0).unwrap();
    assert_eq!(download(&*storage, &copy, 0, 0), b"\0\0\0\0\0hel");
    storage.storage_vol_wipe(&vol, 0).unwrap();
    assert_eq!(download(&*storage, &vol, 5, 5), [0; 5]);
    assert_eq!(download(&*storage, &copy, 5, 3), b"hel");
    assert_eq!(code(storage.storage_vol_wipe_pattern(&vol, 10, 0)), Code::InvalidArg);
    let (stream, ()) = storage.storage_vol_upload(&vol, 18, 0, 0).unwrap();
    assert_eq!(stream.send(b"abc").unwrap(), Sent::Data(2));
    let error = stream.send(b"c").unwrap_err();
    assert_eq!(error.message(), "cannot write to stream: No space left on device");
}

#[test]
fn holes_travel_as_holes() {
    let (storage, pool) = running();
    let vol = storage.storage_vol_create_xml(&pool, &volume_xml("v", 1 << 20), 0).unwrap();
    let (stream, ()) = storage.storage_vol_upload(&vol, 0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM).unwrap();
    stream.send_hole(128 << 10).unwrap();
    stream.send(b"data").unwrap();
    stream.finish().unwrap();
    let (stream, ()) =
        storage.storage_vol_download(&vol, 0, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM).unwrap();
    assert_eq!(stream.in_data().unwrap(), (false, 128 << 10));
    assert_eq!(stream.receive(&mut [0; 4], true).unwrap(), Received::Hole);
    assert_eq!(stream.receive_hole().unwrap(), 128 << 10);
    let mut buffer = [0; 4];
    assert_eq!(stream.receive(&mut buffer, true).unwrap(), Received::Data(4));
    assert_eq!(&buffer, b"data");
    assert!(stream.send(b"x").is_err());
    stream.abort().unwrap();
    assert!(stream.receive(&mut buffer, true).is_err());
}

#[test]
fn a_pool_on_a_virtual_port_makes_and_removes_it() {
    let drivers = open("test:///default").unwrap();
    let xml = "<pool type='scsi'><name>vh</name><source><adapter type='fc_host' parent='scsi_host1' \
               wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/></source><target><path>/dev/disk/by-path</path></target></pool>";
    let find = || {
        drivers.node_devices.node_device_lookup_scsi_host_by_wwn("20000000c9831b4b", "10000000c9831b4b", 0)
    };
    let pool = drivers.storage.storage_pool_create_xml(xml, 0).unwrap();
    assert!(find().is_ok());
    drivers.storage.storage_pool_destroy(&pool).unwrap();
    assert!(find().is_err());
    let missing = xml.replace("scsi_host1", "nosuch").replace("vh<", "vi<");
    assert!(drivers.storage.storage_pool_create_xml(&missing, 0).is_err());
    assert!(drivers.storage.storage_pool_lookup_by_name("vi").is_err());
}

#[test]
fn a_search_finds_what_this_host_has() {
    let storage = open_node("<node/>").unwrap().storage;
    let found = storage.connect_find_storage_pool_sources("logical", None, 0).unwrap();
    assert!(found.contains("<name>testvg2</name>"));
    assert_eq!(code(storage.connect_find_storage_pool_sources("netfs", None, 0)), Code::InvalidArg);
    assert_eq!(code(storage.connect_find_storage_pool_sources("dir", None, 0)), Code::InternalError);
    assert_eq!(code(storage.connect_find_storage_pool_sources("nosuch", None, 0)), Code::NoSupport);
    let node = "<node><pool type='dir'><name>p</name><target><path>/p</path></target><volume><name>v</name>\
                <capacity unit='M'>1</capacity><allocation>5</allocation><key>k</key></volume></pool></node>";
    let storage = open_node(node).unwrap().storage;
    assert_eq!(&*storage.storage_vol_lookup_by_key("k").unwrap().name, "v");
    assert_eq!(code(storage.storage_pool_lookup_by_name("q")), Code::NoStoragePool);
}

#[test]
fn volumes_with_one_key_are_found_as_long_as_one_is_left() {
    let volume = |name| {
        format!(
            "<volume><name>{name}</name><key>k</key><capacity>1</capacity><target><path>/p/x</path></target></volume>"
        )
    };
    let volumes = format!("{}{}", volume("b"), volume("a"));
    let pool = "<pool type='dir'><name>p</name><target><path>/p</path></target>";
    let storage = open_node(&format!("<node>{pool}{volumes}</pool></node>")).unwrap().storage;
    for name in ["a", "b"] {
        let vol = storage.storage_vol_lookup_by_key("k").unwrap();
        assert_eq!(&*vol.name, name);
        assert_eq!(storage.storage_vol_lookup_by_path("/p/x").unwrap(), vol);
        storage.storage_vol_delete(&vol, 0).unwrap();
    }
    assert_eq!(code(storage.storage_vol_lookup_by_key("k")), Code::NoStorageVol);
    assert_eq!(code(storage.storage_vol_lookup_by_path("/p/x")), Code::NoStorageVol);
}

#[test]
fn many_threads_make_and_remove_volumes() {
    let (storage, pool) = running();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (storage, pool) = (&storage, &pool);
            scope.spawn(move || {
                for number in 0..30 {
                    let name = format!("v{thread}-{number}");
                    let vol = storage.storage_vol_create_xml(pool, &volume_xml(&name, 100), 0).unwrap();
                    storage.storage_vol_resize(&vol, 200, VIR_STORAGE_VOL_RESIZE_ALLOCATE).unwrap();
                    if number % 2 == 0 {
                        storage.storage_vol_delete(&vol, 0).unwrap();
                    }
                }
            });
        }
    });
    assert_eq!(storage.storage_pool_num_of_volumes(&pool).unwrap(), 8 * 15);
    assert_eq!(storage.storage_pool_get_info(&pool).unwrap().allocation, 8 * 15 * 200);
}
