//! The records of bulk statistics in C: one block of memory holds the array of pointers and the records behind it.

use crate::{
    boundary::{
        handle::Borrowed,
        objects::{Connect, DomainObject, Shown},
        params,
        results::{allocate, deallocate},
    },
    domain::{_virDomainStatsRecord, virDomainStatsRecordPtr},
};
use std::{ffi::c_int, mem::size_of};
use virt_core::records::DomainStatsRecord;
use virt_error::Result;

/// Room for `count` records, and for a pointer to each and the null pointer at the end in front of them.
fn allocate_records(count: usize) -> Result<(*mut virDomainStatsRecordPtr, *mut _virDomainStatsRecord)> {
    let bytes =
        (count + 1) * size_of::<virDomainStatsRecordPtr>() + count * size_of::<_virDomainStatsRecord>();
    let array: *mut virDomainStatsRecordPtr = allocate::<u8>(bytes)?.cast();
    // SAFETY: the block continues behind the pointers; a record is aligned as a pointer is.
    let records = unsafe { array.add(count + 1) }.cast();
    Ok((array, records))
}

/// A new array of records, ended by a null pointer, with a new handle of each domain.
pub fn give_records(
    found: Vec<DomainStatsRecord>,
    conn: &Borrowed<Connect>,
) -> Result<*mut virDomainStatsRecordPtr> {
    let (array, records) = allocate_records(found.len())?;
    for (index, record) in found.into_iter().enumerate() {
        match give_record(record, conn) {
            // SAFETY: there is room for every record and its pointer.
            Ok(record) => unsafe {
                records.add(index).write(record);
                array.add(index).write(records.add(index));
            },
            Err(error) => {
                // SAFETY: made above; the pointer after the last one is null.
                unsafe { free_records(array) };
                return Err(error);
            }
        }
    }
    Ok(array)
}

fn give_record(record: DomainStatsRecord, conn: &Borrowed<Connect>) -> Result<_virDomainStatsRecord> {
    let params = params::give(&record.params)?;
    let nparams = record.params.len() as c_int;
    match record.dom.give(conn) {
        Ok(dom) => Ok(_virDomainStatsRecord { dom, params, nparams }),
        Err(error) => {
            // SAFETY: just made.
            unsafe { params::free(params, nparams) };
            Err(error)
        }
    }
}

/// Frees an array of records, with their parameters and C's references to their domains.
///
/// # Safety
/// `array` is null or came from [`give_records`], and is not used afterwards.
pub unsafe fn free_records(array: *mut virDomainStatsRecordPtr) {
    if array.is_null() {
        return;
    }
    // SAFETY: the array ends with a null pointer, at which this stops.
    for record in (0..).map(|index| unsafe { array.add(index).read() }).take_while(|record| !record.is_null())
    {
        // SAFETY: each pointer leads to a record behind the array.
        let record = unsafe { &mut *record };
        // SAFETY: `give_record` made them.
        unsafe { params::free(record.params, record.nparams) };
        if let Some(domain) = Borrowed::<DomainObject>::of(record.dom) {
            domain.drop_reference();
        }
    }
    // SAFETY: the block holds the array and the records.
    unsafe { deallocate(array) };
}
