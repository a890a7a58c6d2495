//! Network filters, and their bindings to ports.

use crate::{TestConnection, lists};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use virt_conf::nwfilter::{Binding, Filter};
use virt_core::{
    api::NwFilters,
    connection::check_flags,
    constants::*,
    records::{NwFilter, NwFilterBinding},
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};

const ORIGIN: Origin = Origin::Test;

/// The filters and their bindings.
#[derive(Default)]
pub struct FilterTable {
    tables: RwLock<Tables>,
}

#[derive(Default)]
struct Tables {
    /// By name.
    filters: BTreeMap<String, Arc<Filter>>,
    /// By the port's device.
    bindings: BTreeMap<String, Arc<Binding>>,
}

impl FilterTable {
    fn read(&self) -> RwLockReadGuard<'_, Tables> {
        self.tables.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Tables> {
        self.tables.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tables {
    fn filter(&self, uuid: Uuid) -> Result<&Arc<Filter>> {
        let found = self.filters.values().find(|filter| filter.uuid == uuid);
        found.ok_or_else(|| error!(Nwfilter, NoNwfilter, "no nwfilter with matching uuid '{uuid}'"))
    }

    /// Every filter that the filters `from` lead to, themselves included; those that are missing too.
    fn reach<'a>(&'a self, from: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        let mut left: Vec<&str> = from.into_iter().collect();
        while let Some(name) = left.pop() {
            if found.insert(name) {
                left.extend(self.filters.get(name).into_iter().flat_map(|filter| filter.includes()));
            }
        }
        found
    }

    fn define(&mut self, mut filter: Filter) -> Result<NwFilter> {
        if let Some(other) = self.filters.values().find(|other| other.uuid == filter.uuid) {
            if other.name != filter.name {
                let text =
                    format!("filter with same UUID but different name ('{}') already exists", other.name);
                bail!(Nwfilter, OperationFailed, "{text}");
            }
        } else if let Some(other) = self.filters.get(&filter.name) {
            if filter.uuid_given {
                let text = format!("filter '{}' already exists with uuid {}", filter.name, other.uuid);
                bail!(Nwfilter, OperationFailed, "{text}");
            }
            filter.uuid = other.uuid;
        }
        if self.reach(filter.includes()).contains(&*filter.name) {
            bail!(Nwfilter, OperationFailed, "filter would introduce a loop");
        }
        let record = record(&filter);
        self.filters.insert(filter.name.clone(), Arc::new(filter));
        Ok(record)
    }
}

fn record(filter: &Filter) -> NwFilter {
    NwFilter { name: Name::new(&filter.name), uuid: filter.uuid }
}

fn binding_record(binding: &Binding) -> NwFilterBinding {
    NwFilterBinding { portdev: Name::new(&binding.port_device), filtername: Name::new(&binding.filter) }
}

#[cold]
fn no_binding(port: &str) -> Error {
    error!(Nwfilter, NoNwfilterBinding, "no nwfilter binding for port dev '{port}'")
}

impl TestConnection {
    fn define_filter(&self, xml: &str, validate: bool) -> Result<NwFilter> {
        let filter = Filter::parse(xml, validate)?;
        // The name becomes the name of a file.
        if filter.name.contains('/') || filter.name.starts_with('.') {
            bail!(Nwfilter, XmlError, "name {} cannot contain '/'", filter.name);
        }
        self.state.filters.write().define(filter)
    }
}

impl NwFilters for TestConnection {
    fn connect_num_of_nwfilters(&self) -> Result<i32> {
        Ok(self.state.filters.read().filters.len() as i32)
    }

    fn connect_list_nwfilters(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(lists::names(self.state.filters.read().filters.keys().cloned().collect(), maxnames))
    }

    fn connect_list_all_nwfilters(&self, need_results: i32, flags: u32) -> Result<Listing<NwFilter, 16384>> {
        check_flags(flags, 0, ORIGIN, "testConnectListAllNWFilters")?;
        let tables = self.state.filters.read();
        let filters = tables.filters.values().map(|filter| record(filter)).collect();
        Ok(Listing::new(filters, need_results))
    }

    fn nwfilter_lookup_by_name(&self, name: &str) -> Result<NwFilter> {
        match self.state.filters.read().filters.get(name) {
            Some(filter) => Ok(record(filter)),
            None => bail!(Nwfilter, NoNwfilter, "no nwfilter with matching name '{name}'"),
        }
    }

    fn nwfilter_lookup_by_uuid(&self, uuid: Uuid) -> Result<NwFilter> {
        self.state.filters.read().filter(uuid).map(|filter| record(filter))
    }

    fn nwfilter_define_xml(&self, xml: &str) -> Result<NwFilter> {
        self.define_filter(xml, false)
    }

    fn nwfilter_define_xml_flags(&self, xml: &str, flags: u32) -> Result<NwFilter> {
        check_flags(flags, VIR_NWFILTER_DEFINE_VALIDATE, ORIGIN, "testNWFilterDefineXMLFlags")?;
        self.define_filter(xml, flags & VIR_NWFILTER_DEFINE_VALIDATE != 0)
    }

    fn nwfilter_undefine(&self, nwfilter: &NwFilter) -> Result<()> {
        let mut tables = self.state.filters.write();
        let name = tables.filter(nwfilter.uuid)?.name.clone();
        let used = |binding: &Arc<Binding>| tables.reach([&*binding.filter]).contains(&*name);
        if tables.bindings.values().any(used) {
            bail!(Nwfilter, OperationInvalid, "nwfilter is in use");
        }
        tables.filters.remove(&name);
        Ok(())
    }

    fn nwfilter_get_xml_desc(&self, nwfilter: &NwFilter, flags: u32) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testNWFilterGetXMLDesc")?;
        let filter = self.state.filters.read().filter(nwfilter.uuid)?.clone();
        Ok(filter.format())
    }

    fn connect_list_all_nwfilter_bindings(
        &self,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<NwFilterBinding, 16384>> {
        check_flags(flags, 0, ORIGIN, "testConnectListAllNWFilterBindings")?;
        let tables = self.state.filters.read();
        let bindings = tables.bindings.values().map(|binding| binding_record(binding)).collect();
        Ok(Listing::new(bindings, need_results))
    }

    fn nwfilter_binding_lookup_by_port_dev(&self, name: &str) -> Result<NwFilterBinding> {
        let tables = self.state.filters.read();
        tables.bindings.get(name).map(|binding| binding_record(binding)).ok_or_else(|| no_binding(name))
    }

    fn nwfilter_binding_create_xml(&self, xml: &str, flags: u32) -> Result<NwFilterBinding> {
        let validate = VIR_NWFILTER_BINDING_CREATE_VALIDATE;
        check_flags(flags, validate, ORIGIN, "testNWFilterBindingCreateXML")?;
        let binding = Binding::parse(xml, flags & validate != 0)?;
        let mut tables = self.state.filters.write();
        if tables.bindings.contains_key(&binding.port_device) {
            bail!(Nwfilter, OperationFailed, "binding '{}' already exists", binding.port_device);
        }
        let reached = tables.reach([&*binding.filter]);
        if let Some(missing) = reached.iter().find(|name| !tables.filters.contains_key(**name)) {
            bail!(Nwfilter, InternalError, "referenced filter '{missing}' is missing");
        }
        let record = binding_record(&binding);
        tables.bindings.insert(binding.port_device.clone(), Arc::new(binding));
        Ok(record)
    }

    fn nwfilter_binding_delete(&self, nwfilter: &NwFilterBinding) -> Result<()> {
        let removed = self.state.filters.write().bindings.remove(&*nwfilter.portdev);
        removed.map(drop).ok_or_else(|| no_binding(&nwfilter.portdev))
    }

    fn nwfilter_binding_get_xml_desc(&self, nwfilter: &NwFilterBinding, flags: u32) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testNWFilterBindingGetXMLDesc")?;
        let tables = self.state.filters.read();
        let binding = tables.bindings.get(&*nwfilter.portdev).cloned();
        drop(tables);
        binding.map(|binding| binding.format()).ok_or_else(|| no_binding(&nwfilter.portdev))
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::open_node;

    const BINDING: &str = "<filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>\
        <portdev name='vnet0'/><mac address='52:54:00:7b:35:93'/><filterref filter='a'/></filterbinding>";

    #[test]
    fn a_filter_in_use_stays() {
        let filters = open_node("<node/>").unwrap().nwfilters;
        let error = filters.nwfilter_binding_create_xml(BINDING, 0).unwrap_err();
        assert_eq!(error.message(), "internal error: referenced filter 'a' is missing");
        filters.nwfilter_define_xml("<filter name='a'><filterref filter='b'/></filter>").unwrap();
        let inner = filters.nwfilter_define_xml("<filter name='b'/>").unwrap();
        let binding = filters.nwfilter_binding_create_xml(BINDING, 0).unwrap();
        assert!(filters.nwfilter_binding_create_xml(BINDING, 0).is_err());
        let error = filters.nwfilter_undefine(&inner).unwrap_err();
        assert_eq!(error.message(), "Requested operation is not valid: nwfilter is in use");
        filters.nwfilter_binding_delete(&binding).unwrap();
        filters.nwfilter_undefine(&inner).unwrap();
        assert!(filters.nwfilter_binding_lookup_by_port_dev("vnet0").is_err());
    }

    #[test]
    fn filters_do_not_go_in_circles_and_keep_their_uuid() {
        let filters = open_node("<node/>").unwrap().nwfilters;
        let first = filters.nwfilter_define_xml("<filter name='a'><filterref filter='b'/></filter>").unwrap();
        let error =
            filters.nwfilter_define_xml("<filter name='b'><filterref filter='a'/></filter>").unwrap_err();
        assert_eq!(error.message(), "operation failed: filter would introduce a loop");
        assert_eq!(filters.nwfilter_define_xml("<filter name='a'/>").unwrap(), first);
        let other = "<filter name='a'><uuid>00000000-0000-0000-0000-000000000001</uuid></filter>";
        assert!(filters.nwfilter_define_xml(other).is_err());
        assert!(filters.nwfilter_define_xml("<filter name='../a'/>").is_err());
    }
}
